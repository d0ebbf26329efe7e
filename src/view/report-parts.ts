import type { PublishedAgreement } from './published/agreement.ts';
import type { PublishedCalibration } from './published/calibration.ts';
import type { PublishedFairness, PublishedFairnessIndex } from './published/fairness.ts';
import type { PublishedFile } from './published/files.ts';
import type { PublishedRoleLedger } from './published/ledger.ts';
import type { PublishedSeverity } from './published/people.ts';
import type { PublishedChallenge } from './published/process.ts';
import type { PublishedRole } from './published/role.ts';
import type { PublishedSurvey } from './published/survey.ts';
import type { PublishedValidity } from './published/validity.ts';

/** What of a role's file a report needs; its rows of candidates would only take memory. */
export type ReportedRole = Omit<PublishedRole, 'entries' | 'stuck' | 'board' | 'closed'>;

/** The published files that reports are made of. A report has no figure of its own, so it can say nothing else than the pages. */
export interface ReportParts {
  readonly roles: ReadonlyMap<string, ReportedRole>;
  readonly ledgers: ReadonlyMap<string, Pick<PublishedRoleLedger, 'totals' | 'all'>>;
  readonly challenges: ReadonlyMap<string, Pick<PublishedChallenge, 'title' | 'health'>>;
  readonly calibrations: readonly PublishedCalibration[];
  readonly surveys: ReadonlyMap<string, PublishedSurvey>;
  readonly agreement: PublishedAgreement | undefined;
  readonly severity: PublishedSeverity | undefined;
  readonly validity: PublishedValidity | undefined;
  readonly fairness: PublishedFairnessIndex | undefined;
  /** The records themselves. */
  readonly records: readonly PublishedFairness[];
}

/** Looks at files as they are published and keeps what reports need. */
export interface PartsKeeper {
  readonly parts: ReportParts;
  keep(file: PublishedFile): PublishedFile;
}

/** @returns an empty keeper; `keep` hands every file on as it is */
export function partsKeeper(): PartsKeeper {
  const roles = new Map<string, ReportedRole>();
  const ledgers = new Map<string, Pick<PublishedRoleLedger, 'totals' | 'all'>>();
  const challenges = new Map<string, Pick<PublishedChallenge, 'title' | 'health'>>();
  const surveys = new Map<string, PublishedSurvey>();
  const calibrations: PublishedCalibration[] = [];
  const records: PublishedFairness[] = [];
  const parts: { -readonly [Key in keyof ReportParts]: ReportParts[Key] } = { roles, ledgers, challenges, calibrations, surveys, agreement: undefined, severity: undefined, validity: undefined, fairness: undefined, records };
  const keepers: Readonly<Record<string, (id: string, value: object) => void>> = {
    roles: (id, value) => {
      const { entries: _entries, stuck: _stuck, board: _board, closed: _closed, ...role } = value as PublishedRole;
      roles.set(id, role);
    },
    ledger: (id, value) => {
      const { totals, all } = value as PublishedRoleLedger;
      if (id !== '') ledgers.set(id, { totals, all });
    },
    challenges: (id, value) => {
      const { title, health } = value as PublishedChallenge;
      challenges.set(id, { title, health });
    },
    calibrations: (_, value) => void calibrations.push(value as PublishedCalibration),
    surveys: (id, value) => void surveys.set(id, value as PublishedSurvey),
    agreement: (_, value) => void (parts.agreement = value as PublishedAgreement),
    severity: (_, value) => void (parts.severity = value as PublishedSeverity),
    validity: (_, value) => void (parts.validity = value as PublishedValidity),
    fairness: (id, value) => {
      if (id === '') parts.fairness = value as PublishedFairnessIndex;
      else records.push(value as PublishedFairness);
    },
  };
  return {
    parts,
    keep: (file) => {
      const [path, value] = file;
      const [kind = '', id = ''] = path.replace(/\.json$/, '').split('/');
      keepers[kind]?.(id, value);
      return file;
    },
  };
}
