/**
 * Sentences of our own before and after a change. MORE asks for more, LESS for less, SAME for the same; of an UNCLEAR one
 * nobody can tell from the text.
 */
export type Verdict = "MORE" | "LESS" | "SAME" | "UNCLEAR";

/** What people write. */
const EVERYDAY = `
LESS|The registry MUST keep at least 10 old images.|The registry MUST keep at least 5 old images.
MORE|A minimum of 3 replicas MUST be kept.|A minimum of 5 replicas MUST be kept.
LESS|A minimum of 5 replicas MUST be kept.|A minimum of 3 replicas MUST be kept.
MORE|The key length MUST be 2048 bits or more.|The key length MUST be 3072 bits or more.
MORE|The key MUST have 2048 bits or more.|The key MUST have 3072 bits or more.
LESS|The number of replicas MUST be at least 5.|The number of replicas MUST be at least 3.
MORE|The number of replicas MUST be at least 3.|The number of replicas MUST exceed 3.
MORE|The provider MUST provide no less than 2 independent uplinks.|The provider MUST provide no less than 3 independent uplinks.
LESS|Session tokens SHOULD be valid for at most 12 hours.|Session tokens SHOULD be valid for at most 24 hours.
MORE|Session tokens SHOULD be valid for at most 24 hours.|Session tokens SHOULD be valid for at most 12 hours.
MORE|The queue MUST hold fewer than 100 jobs.|The queue MUST hold fewer than 50 jobs.
LESS|Recovery MUST take less than 4 hours.|Recovery MUST take less than 8 hours.
MORE|Recovery MUST NOT take more than 8 hours.|Recovery MUST NOT take more than 4 hours.
LESS|Recovery MUST NOT exceed 4 hours.|Recovery MUST NOT exceed 8 hours.
MORE|The temperature MUST stay below 30 °C.|The temperature MUST stay below 27 °C.
LESS|The load of a host MUST stay under 80 %.|The load of a host MUST stay under 90 %.
MORE|The free space of a pool MUST NOT drop below 10 %.|The free space of a pool MUST NOT drop below 20 %.
LESS|The free space of a pool MUST NOT fall under 20 %.|The free space of a pool MUST NOT fall under 10 %.
MORE|The free space MUST stay above 10 %.|The free space MUST stay above 20 %.
LESS|Tickets MUST NOT stay open for longer than 5 days.|Tickets MUST NOT stay open for longer than 10 days.
MORE|A certificate MUST NOT be valid for more than 90 days.|A certificate MUST NOT be valid for more than 47 days.
MORE|Support MUST NOT end earlier than 12 months after the release.|Support MUST NOT end earlier than 24 months after the release.
LESS|The old API MUST NOT be switched off before 12 months have passed.|The old API MUST NOT be switched off before 6 months have passed.
MORE|The old API MUST NOT be switched off before 12 months have passed.|The old API MUST NOT be switched off before 24 months have passed.
LESS|No fewer than 3 masters MUST be running.|No fewer than 2 masters MUST be running.
MORE|No more than 10 % of the cores SHALL be reserved.|No more than 5 % of the cores SHALL be reserved.
LESS|Not fewer than 4 eyes MUST see a change.|Not fewer than 2 eyes MUST see a change.
MORE|Keys MUST be rotated no later than 30 days after a leak.|Keys MUST be rotated no later than 7 days after a leak.
LESS|Users MUST be told no later than 30 days before the end.|Users MUST be told no later than 14 days before the end.
MORE|Users MUST be told no later than 14 days before the end.|Users MUST be told no later than 30 days before the end.
MORE|Users MUST NOT be told later than 14 days before the end.|Users MUST NOT be told later than 30 days before the end.
LESS|The image MUST NOT be older than three weeks.|The image MUST NOT be older than one month.
MORE|Packet loss MUST be <= 1 %.|Packet loss MUST be <= 0.5 %.
MORE|Packet loss MUST be ≤ 1 %.|Packet loss MUST be ≤ 0.5 %.
LESS|Packet loss MUST be < 0.5 %.|Packet loss MUST be <= 0.5 %.
SAME|Packet loss MUST be <= 1 %.|Packet loss MUST be ≤ 1 %.
MORE|The exit code MUST be != 0.|The exit code MUST be = 0.
MORE|The exit code MUST be 0.|The exit code MUST be 1.
LESS|The drift MUST be within ±5 s.|The drift MUST be within ±10 s.
MORE|The signal MUST be > -70 dBm.|The signal MUST be > -60 dBm.
SAME|Backups MUST be kept for at least 4 weeks.|Backups MUST be kept for at least 28 days.
SAME|Backups MUST be kept for at least 1 year.|Backups MUST be kept for at least 12 months.
SAME|Failover MUST be complete within 120 seconds.|Failover MUST be complete within 2 minutes.
MORE|Failover MUST be complete within 2 minutes.|Failover MUST be complete within 90 seconds.
LESS|Each node MUST have at least 1 TiB of disk.|Each node MUST have at least 1 TB of disk.
MORE|Each node MUST have at least 512 MiB of memory.|Each node MUST have at least 1 GiB of memory.
MORE|Each node MUST have at least 1 Gbit/s of bandwidth.|Each node MUST have at least 1 GB/s of bandwidth.
SAME|Uplinks MUST carry at least 8 Gbit/s.|Uplinks MUST carry at least 1 GB/s.
LESS|Logs MUST be kept for at least 1 year.|Logs MUST be kept for at least 6 months.
SAME|The pool MUST have at least twelve nodes.|The pool MUST have at least 12 nodes.
SAME|At least 1,000 addresses MUST be free.|At least 1000 addresses MUST be free.
MORE|At least 1,000 addresses MUST be free.|At least 1,500 addresses MUST be free.
LESS|At least two thirds of the votes MUST be in favor.|At least half of the votes MUST be in favor.
SAME|At least half of the votes MUST be in favor.|At least 50 % of the votes MUST be in favor.
MORE|More than half of the members MUST agree.|At least two thirds of the members MUST agree.
MORE|The humidity MUST lie between 20 and 80 %.|The humidity MUST lie between 30 and 70 %.
LESS|The humidity MUST lie between 30 and 70 %.|The humidity MUST lie between 20 and 80 %.
MORE|The port MUST be in the range 1024 to 2048.|The port MUST be in the range 1500 to 3000.
MORE|Backups MUST be made weekly.|Backups MUST be made daily.
LESS|Backups MUST be made daily.|Backups MUST be made weekly.
SAME|Backups MUST be made every day.|Backups MUST be made daily.
SAME|Backups MUST be made every 24 hours.|Backups MUST be made daily.
MORE|Drills MUST be held at least once a year.|Drills MUST be held at least once every six months.
LESS|Drills MUST be held quarterly.|Drills MUST be held annually.
MORE|Scans MUST run once a week.|Scans MUST run three times a week.
MORE|Every 30 days, the keys MUST be checked.|Every 14 days, the keys MUST be checked.
MORE|The service MUST be offered until 31 December 2027.|The service MUST be offered until 31 December 2028.
LESS|From 1 January 2027, all images MUST be signed.|From 1 January 2028, all images MUST be signed.
MORE|As of 1 January 2028, all images MUST be signed.|As of 1 January 2027, all images MUST be signed.
MORE|All images MUST be signed from 2028 on.|All images MUST be signed from 2027 on.
LESS|By 2027, all providers MUST have joined.|By 2028, all providers MUST have joined.
MORE|The report MUST be sent before 1 March 2027.|The report MUST be sent before 1 February 2027.
MORE|Blocked accounts MUST be reviewed within one hour.|Blocked accounts MUST be reviewed immediately.
MORE|The old key MAY be used until 31 March 2027.|The old key MAY be used until 28 February 2027.
MORE|The graph MUST show all values of the last 30 days.|The graph MUST show all values of the last 90 days.
MORE|Providers SHALL NOT store passwords in logs.|Providers SHALL NOT store passwords or tokens in logs.
SAME|Providers MUST publish a price list.|Providers SHALL publish a price list.
MORE|The use of TLS is RECOMMENDED.|The use of TLS is REQUIRED.
LESS|The use of TLS is REQUIRED.|The use of TLS is RECOMMENDED.
LESS|Root logins MUST NOT be allowed.|Root logins SHOULD NOT be allowed.
MORE|Root logins SHOULD NOT be allowed.|Root logins MUST NOT be allowed.
LESS|Clouds MUST offer IPv6.|Clouds MAY offer IPv6.
MORE|Clouds MAY offer IPv6.|Clouds MUST offer IPv6.
MORE|Logs MUST be encrypted, unless they hold no personal data.|Logs MUST be encrypted.
LESS|Logs MUST be encrypted.|Logs MUST be encrypted, unless they hold no personal data.
LESS|Logs MUST be encrypted.|Logs MUST be encrypted if they hold personal data.
MORE|Logs MUST be encrypted if they hold personal data.|Logs MUST be encrypted.
LESS|All hosts MUST be patched.|All hosts except test hosts MUST be patched.
MORE|With the exception of test hosts, all hosts MUST be patched.|All hosts MUST be patched.
LESS|Unless the customer agrees, data MUST NOT be moved.|Unless the customer or its agent agrees, data MUST NOT be moved.
MORE|The provider MAY read the data of a customer.|The provider MAY read the data of a customer if the customer has agreed.
LESS|The provider MAY read the data only if the customer has agreed.|The provider MAY read the data.
MORE|If a disk fails and the pool is degraded, an alarm MUST be raised.|If a disk fails or the pool is degraded, an alarm MUST be raised.
LESS|If a disk fails or the pool is degraded, an alarm MUST be raised.|If a disk fails, an alarm MUST be raised.
LESS|An alarm MUST be raised.|An alarm MUST be raised when a disk fails.
MORE|Data MUST NOT be shared without consent.|Data MUST NOT be shared.
LESS|Data MUST NOT be shared.|Data MUST NOT be shared without consent.
LESS|All nodes MUST have a TPM.|At least one node MUST have a TPM.
MORE|At least one node MUST have a TPM.|Every node MUST have a TPM.
LESS|Every member MUST approve the budget.|A majority of the members MUST approve the budget.
MORE|The change MUST be approved by one of the maintainers.|The change MUST be approved by all of the maintainers.
MORE|No more than two hosts MAY share a switch.|No hosts MAY share a switch.
MORE|Providers MUST offer \`small\` and \`large\`.|Providers MUST offer \`small\`, \`medium\` and \`large\`.
LESS|Providers MUST offer \`small\`, \`medium\` and \`large\`.|Providers MUST offer \`small\` and \`large\`.
MORE|Names MUST NOT contain spaces or dots.|Names MUST NOT contain spaces, slashes or dots.
LESS|Clouds MUST support OIDC or SAML.|Clouds MUST support OIDC, LDAP or SAML.
MORE|Clouds MUST support OIDC or SAML.|Clouds MUST support OIDC and SAML.
LESS|Clouds MUST support OIDC and SAML.|Clouds MUST support OIDC or SAML.
MORE|Clouds MUST support OIDC or SAML.|Clouds MUST support OIDC.
MORE|The port MUST be one of 80, 443 and 8443.|The port MUST be one of 80 and 443.
SAME|Disks, nodes and racks MUST be labeled.|Disks, nodes, and racks MUST be labeled.
MORE|Data MUST be stored in Germany or France.|Data MUST be stored in Germany.
LESS|Data MUST be stored in Germany.|Data MUST be stored in Germany or France.
MORE|Disks MUST be labeled.|Disks and racks MUST be labeled.
LESS|Disks and racks MUST be labeled.|Disks MUST be labeled.
MORE|The job MUST use a secure hash (e.g. SHA-256).|The job MUST use a secure hash (i.e. SHA-256).
LESS|The audit MUST be done by an external auditor.|The audit MUST be done by an auditor.
MORE|The audit MUST be done by an auditor.|The audit MUST be done by an external auditor.
MORE|It MUST be possible to export a volume.|It MUST be possible to export a volume via the API.
LESS|It MUST be possible to export a volume via the API.|It MUST be possible to export a volume.
MORE|Customers MUST be able to export at least 5 volumes.|Customers MUST be able to export at least 10 volumes.
MORE|Customers MAY ask for one report a year.|Customers MAY ask for two reports a year.
LESS|The provider MAY take up to 5 days.|The provider MAY take up to 10 days.
MORE|The provider MAY take up to 10 days.|The provider MAY take up to 5 days.
UNCLEAR|Nodes MUST conform to RFC 5424.|Nodes MUST conform to RFC 3164.
UNCLEAR|Providers MUST act on reports in a timely manner.|Providers MUST act on reports in a reasonable time.
UNCLEAR|Providers MUST follow ISO 9001:2008.|Providers MUST follow ISO 9001:2015.
MORE|Servers MUST support TLS 1.2 or later.|Servers MUST support TLS 1.3 or later.
MORE|Nodes MUST run version 2.9 or higher.|Nodes MUST run version 2.10 or higher.
LESS|Nodes MUST run version 2.10 or higher.|Nodes MUST run version 2.9 or higher.
MORE|Each project MUST get at least a /28.|Each project MUST get at least a /26.
MORE|SCS-0101 clouds MUST have at least 3 zones.|SCS-0101 clouds MUST have at least 5 zones.
MORE|Backups MUST be made every 24 hours and kept for at least 30 days.|Backups MUST be made every 12 hours and kept for at least 30 days.
LESS|Backups MUST be made every 12 hours and kept for at least 30 days.|Backups MUST be made every 24 hours and kept for at least 14 days.
MORE|The maximum latency MUST be 20 ms.|The maximum latency MUST be 10 ms.
LESS|The maximum latency MUST be 10 ms.|The maximum latency MUST be 20 ms.
LESS|The minimum bandwidth MUST be 10 Gbit/s.|The minimum bandwidth MUST be 1 Gbit/s.
MORE|Providers MUST guarantee a minimum bandwidth of 1 Gbit/s.|Providers MUST guarantee a minimum bandwidth of 10 Gbit/s.
LESS|Providers MUST guarantee a maximum latency of 10 ms.|Providers MUST guarantee a maximum latency of 20 ms.
MORE|Outages MUST be announced 7 days in advance at least.|Outages MUST be announced 14 days in advance at least.
MORE|The provider MUST answer within 8 hours on weekdays.|The provider MUST answer within 4 hours on weekdays.
MORE|Keys MUST be at least 128 bits long.|Keys MUST be at least 256 bits long.
LESS|Names MUST be at most 20 characters long.|Names MUST be at most 40 characters long.
MORE|Names MUST NOT be longer than 40 characters.|Names MUST NOT be longer than 20 characters.
MORE|Passwords MUST be longer than 8 characters.|Passwords MUST be longer than 12 characters.
LESS|Requests MUST be answered in less than 1 second.|Requests MUST be answered in less than 2 seconds.
MORE|Requests MUST be answered in under 2 seconds.|Requests MUST be answered in under 1 second.
MORE|The recovery point objective MUST be 60 minutes or less.|The recovery point objective MUST be 30 minutes or less.
MORE|Availability MUST reach 99.9 % or more.|Availability MUST reach 99.95 % or more.
LESS|Availability MUST be no lower than 99.95 %.|Availability MUST be no lower than 99.9 %.
MORE|Availability MUST NOT be lower than 99.9 %.|Availability MUST NOT be lower than 99.95 %.
LESS|Reboots MUST NOT happen more often than once a month.|Reboots MUST NOT happen more often than twice a month.
MORE|Reboots MUST happen at most twice a month.|Reboots MUST happen at most once a month.
MORE|Volumes of more than 1 TB MUST be encrypted.|Volumes of more than 500 GB MUST be encrypted.
LESS|Hosts with at least 64 cores MUST have two NICs.|Hosts with at least 128 cores MUST have two NICs.
MORE|For outages of more than 1 hour, a report MUST be written.|For outages of more than 30 minutes, a report MUST be written.
LESS|Providers with fewer than 10 nodes MUST join the pool.|Providers with fewer than 5 nodes MUST join the pool.
MORE|The provider MUST NOT disclose data to third parties in the EU.|The provider MUST NOT disclose data to third parties.
MORE|The provider MUST always have at least 2 engineers on call.|The provider MUST always have at least 3 engineers on call.
LESS|The provider MUST normally answer in German.|The provider SHOULD normally answer in German.
LESS|Admins MUST use hardware keys.|Admins MUST, where possible, use hardware keys.
`;

/** Made to lead the gate astray: many of them may be left to a person, none may pass. */
const TRAPS = `
MORE|Providers MUST support up to 100 nodes per cluster.|Providers MUST support up to 200 nodes per cluster.
LESS|Providers MUST support up to 200 nodes per cluster.|Providers MUST support up to 100 nodes per cluster.
MORE|Users MUST be able to create up to 20 networks.|Users MUST be able to create up to 40 networks.
MORE|It MUST be possible to create up to 20 networks.|It MUST be possible to create up to 40 networks.
MORE|The API MUST reject passwords shorter than 8 characters.|The API MUST reject passwords shorter than 12 characters.
MORE|The API MUST log requests that take longer than 5 seconds.|The API MUST log requests that take longer than 2 seconds.
MORE|The provider MUST delete accounts that have been inactive for at least 90 days.|The provider MUST delete accounts that have been inactive for at least 30 days.
MORE|The provider MUST replace disks older than 5 years.|The provider MUST replace disks older than 3 years.
MORE|Volumes MUST NOT be deleted without at least 14 days of notice.|Volumes MUST NOT be deleted without at least 30 days of notice.
MORE|Changes MUST NOT be merged unless at least two reviewers approve.|Changes MUST NOT be merged unless at least three reviewers approve.
MORE|Changes MUST NOT be merged before at least 2 reviewers have approved.|Changes MUST NOT be merged before at least 3 reviewers have approved.
MORE|Changes MUST NOT be merged until at least two reviewers have approved.|Changes MUST NOT be merged until at least three reviewers have approved.
MORE|Encryption MUST be enabled on nodes with more than 64 cores.|Encryption MUST be enabled on nodes with more than 32 cores.
MORE|Clusters with more than 100 nodes MUST have a second load balancer.|Clusters with more than 50 nodes MUST have a second load balancer.
LESS|Clusters with more than 50 nodes MUST have a second load balancer.|Clusters with more than 100 nodes MUST have a second load balancer.
MORE|The provider MUST inform customers with more than 100 nodes.|The provider MUST inform customers with more than 10 nodes.
MORE|The number of hosts with more than 32 GB MUST be at least 10.|The number of hosts with more than 64 GB MUST be at least 10.
MORE|If more than 10 % of the requests fail, an alarm MUST be raised.|If more than 5 % of the requests fail, an alarm MUST be raised.
LESS|If more than 5 % of the requests fail, an alarm MUST be raised.|If more than 10 % of the requests fail, an alarm MUST be raised.
MORE|An alarm MUST be raised when fewer than 3 nodes are up.|An alarm MUST be raised when fewer than 5 nodes are up.
MORE|Only administrators MAY create more than 20 projects.|Only administrators MAY create more than 10 projects.
LESS|The provider MAY limit users to 80 requests.|The provider MAY limit users to 40 requests.
MORE|The provider MAY limit users to 40 requests.|The provider MAY limit users to 80 requests.
MORE|Users MAY create up to 20 groups.|Users MAY create up to 40 groups.
LESS|Users MAY create up to 40 groups.|Users MAY create up to 20 groups.
MORE|Backups MUST be kept for not less than 10 days.|Backups MUST be kept for not less than 30 days.
LESS|Backups MUST be kept for not less than 30 days.|Backups MUST be kept for not less than 10 days.
MORE|Sessions MUST NOT last longer than 60 minutes.|Sessions MUST NOT last longer than 30 minutes.
LESS|Sessions MUST NOT last longer than 30 minutes.|Sessions MUST NOT last longer than 60 minutes.
MORE|A pool MUST NOT have fewer than 3 nodes.|A pool MUST NOT have fewer than 5 nodes.
LESS|A pool MUST NOT have fewer than 5 nodes.|A pool MUST NOT have fewer than 3 nodes.
LESS|A cloud MUST have a minimum of 20 nodes.|A cloud MUST have a minimum of 10 nodes.
LESS|The block size MUST be no smaller than 8 KiB.|The block size MUST be no smaller than 4 KiB.
MORE|Latency MUST be < 100 ms.|Latency MUST be < 50 ms.
MORE|Latency MUST be < 100 ms.|Latency MUST be > 100 ms.
MORE|The share MUST be >= 10 %.|The share MUST be <= 10 %.
MORE|The offset MUST be -5.|The offset MUST be 5.
MORE|A cloud MUST have at least 999 nodes.|A cloud MUST have at least 1,000 nodes.
UNCLEAR|A cloud MUST have at least 2 nodes.|A cloud MUST have at least 1.000 nodes.
MORE|A cloud MUST have at least 999 nodes.|A cloud MUST have at least 1'000 nodes.
MORE|A cloud MUST have at least 999 nodes.|A cloud MUST have at least 1 000 nodes.
SAME|A cloud MUST have at least 1000 nodes.|A cloud MUST have at least 1e3 nodes.
LESS|Availability MUST be at least 99.99 %.|Availability MUST be at least 99.9 %.
MORE|Availability MUST be at least 99.99 %.|Availability MUST be at least 99.999 %.
MORE|The provider MUST delete accounts that are expired and unused.|The provider MUST delete accounts that are expired.
MORE|The provider MUST delete accounts that are expired.|The provider MUST delete accounts that are expired or unused.
MORE|The API MUST reject requests without a token.|The API MUST reject requests without a token or an id.
MORE|The provider MUST wipe an unused volume within 7 days.|The provider MUST wipe a volume within 7 days.
LESS|Logs MUST be kept for at least 30 days.|Logs SHOULD be kept for at least 30 days.
MORE|Logs MUST be kept for at least 30 days.|Logs SHOULD be kept for at least 60 days.
MORE|Logs SHOULD be kept for at least 30 days.|Logs SHOULD be kept for at least 60 days.
MORE|Nodes MUST be patched within 30 days.|Nodes MUST be patched within two weeks.
SAME|Nodes MUST be patched within 14 days.|Nodes MUST be patched within two weeks.
MORE|Providers MUST answer requests within 5 working days.|Providers MUST answer requests within 2 working days.
LESS|The container MUST use at most 4 GiB of memory.|The container MUST use at most 8 GiB of memory.
MORE|The platform MUST tolerate a latency of up to 10 ms.|The platform MUST tolerate a latency of up to 20 ms.
MORE|The test suite MUST run every 12 hours.|The test suite MUST run every 6 hours.
LESS|The test suite MUST run every 6 hours.|The test suite MUST run every 12 hours.
MORE|The key MUST be changed at least once a year.|The key MUST be changed at least twice a year.
MORE|A name MUST NOT contain more than 5 words.|A name MUST NOT contain more than 3 words.
MORE|Providers MUST accept uploads of up to 5 GB.|Providers MUST accept uploads of up to 10 GB.
MORE|A provider MUST NOT require more than 5 days.|A provider MUST NOT require more than 3 days.
MORE|The provider MUST notify users of outages longer than 30 minutes.|The provider MUST notify users of outages longer than 10 minutes.
MORE|The provider MUST have a plan for outages longer than 1 hour.|The provider MUST have a plan for outages longer than 10 minutes.
MORE|Requests from more than 5 clients MUST be throttled.|Requests from more than 3 clients MUST be throttled.
MORE|Images MUST NOT be removed before 31 December 2027.|Images MUST NOT be removed before 31 December 2028.
LESS|Providers MUST migrate by 31 December 2027.|Providers MUST migrate by 31 December 2028.
MORE|Providers MUST migrate by 31 December 2028.|Providers MUST migrate by 31 December 2027.
MORE|Images MUST be encrypted.|Images MUST be encrypted and signed.
LESS|Images MUST be encrypted and signed.|Images MUST be encrypted.
LESS|Images MUST be encrypted and signed.|Images MUST be encrypted or signed.
MORE|Nodes MUST run Kubernetes 1.27 or newer.|Nodes MUST run Kubernetes 1.29 or newer.
LESS|Nodes MUST run Kubernetes 1.29 or newer.|Nodes MUST run Kubernetes 1.27 or newer.
MORE|Nodes MUST run at least Kubernetes 1.9.|Nodes MUST run at least Kubernetes 1.10.
MORE|All production nodes MUST be monitored.|All nodes MUST be monitored.
LESS|All nodes MUST be monitored.|All production nodes MUST be monitored.
UNCLEAR|Backups MUST be tested.|Backup servers MUST be tested.
MORE|Nodes with fewer than 3 disks MUST be marked.|Nodes with fewer than 5 disks MUST be marked.
MORE|The provider MUST NOT store more than 30 days of logs.|The provider MUST NOT store more than 7 days of logs.
MORE|At least 80 % of the nodes MUST be up.|At least 90 % of the nodes MUST be up.
MORE|The service MUST be down for no more than 30 minutes a month.|The service MUST be down for no more than 20 minutes a month.
MORE|Passwords MUST have at least 8 characters.|Passwords MUST have at least 12 characters and one digit.
MORE|Every flavor with more than 8 vCPUs MUST have a local disk.|Every flavor with more than 4 vCPUs MUST have a local disk.
MORE|The provider MUST encrypt every volume with a key of at least 256 bits.|The provider MUST encrypt every volume with a key of at least 512 bits.
MORE|The provider MUST equip every node with at least 1 TPM.|The provider MUST equip every node with at least 2 TPMs.
MORE|The provider MUST keep at least 3 copies of every object larger than 1 MB.|The provider MUST keep at least 3 copies of every object larger than 1 kB.
MORE|Errors MUST be reported within an hour.|Errors MUST be reported within 30 minutes.
MORE|The provider MUST NOT wait for more than two reminders.|The provider MUST NOT wait for more than one reminder.
MORE|No more than 5 nodes MUST be drained.|No more than 3 nodes MUST be drained.
MORE|Nodes MUST NOT be drained unless fewer than 5 pods run.|Nodes MUST NOT be drained unless fewer than 3 pods run.
MORE|The API MUST NOT answer in less than 99 % of the cases with an error.|The API MUST NOT answer in less than 100 % of the cases with an error.
MORE|The token MUST expire after 60 minutes.|The token MUST expire after 30 minutes.
MORE|The service MUST NOT refuse requests of up to 1 MB.|The service MUST NOT refuse requests of up to 2 MB.
MORE|The rate limit MUST NOT be below 100 requests.|The rate limit MUST NOT be below 200 requests.
MORE|Users MUST have to wait for at most 10 minutes.|Users MUST have to wait for at most 5 minutes.
MORE|Quotas MUST allow for at least 10 volumes.|Quotas MUST allow for at least 20 volumes.
MORE|The support MUST be reachable at least 8 hours a day.|The support MUST be reachable at least 12 hours a day.
MORE|The provider MUST publish incidents that affect more than 100 users.|The provider MUST publish incidents that affect more than 10 users.
MORE|The provider MUST use TLS for connections that last longer than 10 s.|The provider MUST use TLS for connections that last longer than 5 s.
MORE|The provider MUST inform users about changes at least 4 weeks in advance.|The provider MUST inform users about changes at least 8 weeks in advance.
MORE|Failed logins MUST be blocked after at most 10 attempts.|Failed logins MUST be blocked after at most 5 attempts.
MORE|Machines MUST NOT be restarted more than once a month.|Machines MUST NOT be restarted more than once a year.
MORE|The provider MAY delete data after 30 days.|The provider MAY delete data after 60 days.
MORE|The provider MUST keep the backups of clusters with at least 10 nodes.|The provider MUST keep the backups of clusters with at least 5 nodes.
MORE|A conforming cloud MUST NOT charge for less than 10 GB of traffic.|A conforming cloud MUST NOT charge for less than 20 GB of traffic.
MORE|Providers MUST NOT refuse more than 5 % of the requests.|Providers MUST NOT refuse more than 3 % of the requests.
MORE|Every volume MUST be replicated to at least 2 zones.|Every volume MUST be replicated to at least 3 zones.
MORE|The scheduler MUST keep at most 3 pending jobs per user.|The scheduler MUST keep at most 2 pending jobs per user.
MORE|The API MUST allow at least 10 requests per second.|The API MUST allow at least 20 requests per second.
MORE|The provider MUST reserve up to 10 addresses on request.|The provider MUST reserve up to 20 addresses on request.
MORE|A provider MUST be able to restore up to 100 volumes in parallel.|A provider MUST be able to restore up to 200 volumes in parallel.
MORE|Snapshots of up to 1 TB MUST be restorable.|Snapshots of up to 2 TB MUST be restorable.
MORE|Images smaller than 2 GB MUST be importable.|Images smaller than 4 GB MUST be importable.
MORE|Providers MUST compensate outages longer than 4 hours.|Providers MUST compensate outages longer than 2 hours.
MORE|Providers MUST compensate for at least 4 hours of outage.|Providers MUST compensate for at least 2 hours of outage.
MORE|The provider MUST pay a refund if availability is below 99.9 %.|The provider MUST pay a refund if availability is below 99.95 %.
MORE|The provider MUST inform affected users of any incident lasting more than 30 minutes.|The provider MUST inform affected users of any incident lasting more than 15 minutes.
MORE|The provider MUST inform all users that use more than 80 % of their quota.|The provider MUST inform all users that use more than 60 % of their quota.
MORE|Users with at least 3 failed logins MUST be locked out.|Users with at least 2 failed logins MUST be locked out.
MORE|Users MUST be locked out after more than 5 failed logins.|Users MUST be locked out after more than 3 failed logins.
MORE|Passwords with fewer than 8 characters MUST be rejected.|Passwords with fewer than 12 characters MUST be rejected.
MORE|Keys of less than 2048 bits MUST NOT be accepted.|Keys of less than 3072 bits MUST NOT be accepted.
MORE|The provider MUST NOT accept keys of less than 2048 bits.|The provider MUST NOT accept keys of less than 3072 bits.
MORE|The provider MUST NOT delete backups younger than 30 days.|The provider MUST NOT delete backups younger than 60 days.
MORE|Backups younger than 30 days MUST NOT be deleted.|Backups younger than 60 days MUST NOT be deleted.
LESS|Backups younger than 60 days MUST NOT be deleted.|Backups younger than 30 days MUST NOT be deleted.
MORE|Backups MUST NOT be deleted within 30 days.|Backups MUST NOT be deleted within 60 days.
MORE|Backups MUST NOT be deleted for at least 30 days.|Backups MUST NOT be deleted for at least 60 days.
MORE|Backups MUST NOT be deleted earlier than after 30 days.|Backups MUST NOT be deleted earlier than after 60 days.
MORE|Providers MUST NOT charge for the first 100 GB of traffic.|Providers MUST NOT charge for the first 200 GB of traffic.
MORE|The provider MUST grant each user at least 5 public addresses.|The provider MUST grant each user at least 10 public addresses.
MORE|The provider MUST grant each user up to 5 public addresses.|The provider MUST grant each user up to 10 public addresses.
MORE|Each tenant MUST be able to use no less than 10 cores.|Each tenant MUST be able to use no less than 20 cores.
MORE|Each tenant MUST be allowed to use up to 10 cores.|Each tenant MUST be allowed to use up to 20 cores.
MORE|The quota of a tenant MUST NOT be limited to fewer than 10 cores.|The quota of a tenant MUST NOT be limited to fewer than 20 cores.
MORE|The rate limit MUST be at least 100 requests per minute.|The rate limit MUST be at least 200 requests per minute.
MORE|A session MUST be terminated after at most 12 hours.|A session MUST be terminated after at most 8 hours.
MORE|The provider MUST wait at least 30 days before it deletes data.|The provider MUST wait at least 60 days before it deletes data.
MORE|Providers MUST give notice of at least 30 days.|Providers MUST give notice of at least 60 days.
MORE|Providers MUST test restores from backups older than 30 days.|Providers MUST test restores from backups older than 10 days.
MORE|Providers MUST scan images that were not scanned for more than 30 days.|Providers MUST scan images that were not scanned for more than 7 days.
MORE|Providers MUST monitor at least 90 % of the nodes.|Providers MUST monitor at least 95 % of the nodes.
MORE|Alarms MUST be raised for disks that are more than 90 % full.|Alarms MUST be raised for disks that are more than 80 % full.
MORE|An alarm MUST be raised at a load above 90 %.|An alarm MUST be raised at a load above 80 %.
MORE|An alarm MUST be raised above 90 % of load.|An alarm MUST be raised above 80 % of load.
MORE|A warning MUST be shown below 10 % of free space.|A warning MUST be shown below 20 % of free space.
MORE|Pods MUST be evicted above a load of 90 %.|Pods MUST be evicted above a load of 80 %.
MORE|Nodes MUST be drained under a temperature of 5 °C.|Nodes MUST be drained under a temperature of 10 °C.
MORE|Reports MUST be published for incidents with over 100 affected users.|Reports MUST be published for incidents with over 50 affected users.
MORE|Every request larger than 10 MB MUST be logged.|Every request larger than 1 MB MUST be logged.
MORE|The provider MUST publish reports about incidents of more than 2 hours.|The provider MUST publish reports about incidents of more than 1 hour.
MORE|The provider MUST run checks against hosts with more than 64 cores.|The provider MUST run checks against hosts with more than 32 cores.
MORE|The provider MUST keep records of logins within 30 days.|The provider MUST keep records of logins within 10 days.
MORE|The operator MUST review rules unused for 12 months.|The operator MUST review rules unused for 6 months.
MORE|A cluster MUST survive the loss of at most 1 node.|A cluster MUST survive the loss of at most 2 nodes.
MORE|A cluster MUST tolerate at most 1 failed node.|A cluster MUST tolerate at most 2 failed nodes.
MORE|A cluster MUST keep running with at most 1 failed node.|A cluster MUST keep running with at most 2 failed nodes.
MORE|A link MUST work at temperatures of up to 40 °C.|A link MUST work at temperatures of up to 50 °C.
MORE|A link MUST work below 40 °C.|A link MUST work below 50 °C.
MORE|A host MUST start within a load of at most 50 %.|A host MUST start within a load of at most 60 %.
MORE|The agent MUST run on hosts with at least 4 GiB.|The agent MUST run on hosts with at least 2 GiB.
MORE|The agent MUST run with at least 2 GiB of memory.|The agent MUST run with at least 1 GiB of memory.
MORE|The agent MUST run with at most 2 GiB of memory.|The agent MUST run with at most 1 GiB of memory.
MORE|The provider MUST have a process for tickets older than 5 days.|The provider MUST have a process for tickets older than 2 days.
MORE|Providers MUST be ready for more than 1000 users.|Providers MUST be ready for more than 2000 users.
MORE|Operators MUST be informed when more than 2 disks fail within 24 hours.|Operators MUST be informed when more than 2 disks fail within 48 hours.
MORE|All but 2 nodes MUST be up.|All but 1 node MUST be up.
MORE|Providers MUST do this at least 2 hours before more than 5 nodes are drained.|Providers MUST do this at least 2 hours before more than 3 nodes are drained.
MORE|Providers MUST keep an audit log until at least 3 auditors have read it.|Providers MUST keep an audit log until at least 4 auditors have read it.
MORE|A change MUST wait until no more than 5 incidents are open.|A change MUST wait until no more than 3 incidents are open.
MORE|The service MUST stop accepting jobs below 10 % of free space.|The service MUST stop accepting jobs below 20 % of free space.
MORE|The price MUST NOT rise by more than 5 % a year.|The price MUST NOT rise by more than 3 % a year.
MORE|Prices MUST be announced to customers of more than 5 years.|Prices MUST be announced to customers of more than 3 years.
MORE|The provider MAY throttle users above 100 requests per second.|The provider MAY throttle users above 200 requests per second.
MORE|The provider MAY require up to 5 days of notice.|The provider MAY require up to 3 days of notice.
MORE|Customers MAY cancel within 14 days.|Customers MAY cancel within 30 days.
MORE|Customers MAY cancel at least 14 days before the end.|Customers MAY cancel at least 7 days before the end.
MORE|Tenants MAY keep up to 5 snapshots.|Tenants MAY keep up to 10 snapshots.
MORE|A user MAY open no more than 5 sessions.|A user MAY open no more than 10 sessions.
MORE|Up to 5 sessions MAY be opened by each user.|Up to 10 sessions MAY be opened by each user.
`;

/** One line of a table. */
export interface SentenceCase {
  readonly verdict: Verdict;
  readonly before: string;
  readonly after: string;
}

function read(table: string): SentenceCase[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [verdict = "", before = "", after = ""] = line.split("|");
      return { verdict: verdict as Verdict, before, after };
    });
}

export const EVERYDAY_SENTENCES: readonly SentenceCase[] = read(EVERYDAY);
export const SENTENCES: readonly SentenceCase[] = [...EVERYDAY_SENTENCES, ...read(TRAPS)];
