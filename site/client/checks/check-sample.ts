/** A document with faults of several kinds, to try the page with. */
export const CHECK_SAMPLE = `---
title: Backups of volumes
type: Standard
status: final
track: IaaS
replaces: scs-0117-v1-volume-backup-service.md
---

## Introduction

Customers expect that a provider “looks after” their data -- but who makes the backups?

## Standard

A provider must offer backups of volumes. They SHOULD be kept in another place.

\`\`\`
openstack volume backup create
\`\`\`
`;
