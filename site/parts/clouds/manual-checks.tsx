import type { ManualCheck } from "#core/compliance/certificates/manual-checks.ts";

import { DataTable, type Row } from "../data-table.tsx";
import { DateText, InstantText } from "../date-text.tsx";
import { StatusMark, type Status } from "../standards/status-mark.tsx";

const CHECK_LOOKS: Readonly<Record<ManualCheck["state"], { readonly status: Status; readonly word: string }>> = {
  passed: { status: "pass", word: "Passed" },
  failed: { status: "fail", word: "Failed" },
  due: { status: "warn", word: "Due soon" },
  overdue: { status: "fail", word: "Overdue" },
};

/** What people check once per quarter, and until when (SCS-0004, regulation 3). */
export function ManualChecksTable({ checks, timeZone }: { checks: readonly ManualCheck[]; timeZone: string }) {
  const rows = checks.map(({ testcase, state, checkedAt, reviewer, dueOn, failuresInARow }): Row => ({
    cells: [
      <code>{testcase}</code>,
      <>
        <StatusMark {...CHECK_LOOKS[state]} />
        {failuresInARow > 1 ? <small> {failuresInARow} times in a row</small> : null}
      </>,
      checkedAt === undefined ? null : <InstantText instant={checkedAt} timeZone={timeZone} />,
      reviewer ?? null,
      <DateText date={dueOn} />,
    ],
  }));
  const columns = ["Check", "State", "Last made", "Reviewer", "Due by"].map((title) => ({ title }));
  return <DataTable caption="Manual checks" columns={columns} rows={rows} stacks />;
}
