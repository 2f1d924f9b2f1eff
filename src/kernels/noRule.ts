// Marks rows of tables keyed by kernel that have no rule, and says why.

export interface NoRule {
  readonly reason: string;
  /** The rule would need the elements of the inputs, which a trace on shapes does not have. */
  readonly dataDependent: boolean;
}

export const noRule = (reason: string): NoRule => ({ reason, dataDependent: false });

export const dataDependent = (reason: string): NoRule => ({ reason, dataDependent: true });

/** The rules of a table, without the rows that hold none; keyed by any name, since a backend may register other kernels. */
// biome-ignore lint/suspicious/noExplicitAny: rules take parameters of their own
export function onlyRules<Rule extends (...parameters: any[]) => unknown>(
  rows: Readonly<Record<string, Rule | NoRule>>,
): Readonly<Partial<Record<string, Rule>>> {
  return Object.fromEntries(
    Object.entries(rows).filter((entry): entry is [string, Rule] => typeof entry[1] === 'function'),
  );
}
