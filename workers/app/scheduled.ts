import type { Bindings } from "../state/bindings.ts";
import { sweepBytes } from "../state/kept-bytes.ts";
import { deliverDue } from "../notifications/deliver.ts";
import { noticeChanges } from "../notifications/notification-store.ts";
import { renewOldProfiles } from "../sboms/stores/profile-store.ts";
import { forgetExpired } from "../pages/requirements/passing-store.ts";
import { refreshStandings } from "../standing/standing-clock.ts";
import { sweepSbomUploads } from "../sboms/uploads/upload-store.ts";

/**
 * What the clock starts every few minutes (crons of wrangler.toml). Each part is safe to repeat, and a part that fails does
 * not keep the others from their work.
 */
export async function runScheduled(env: Bindings, now: Date): Promise<void> {
  const parts = [
    async () => {
      await noticeChanges(env, now);
      await deliverDue(env, (url, init) => fetch(url, init), now);
    },
    async () => {
      await refreshStandings(env, now);
    },
    async () => {
      await forgetExpired(env, now);
    },
    async () => {
      await sweepBytes(env, now);
    },
    async () => {
      await sweepSbomUploads(env, now);
      await renewOldProfiles(env);
    },
  ];
  const outcomes = await Promise.allSettled(parts.map((part) => part()));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  // The platform logs it and shows it in its list of runs.
  if (failed !== undefined) throw failed.reason;
}
