import { t } from '@/lib/platform/words.ts';
import { Choices } from '../kit/choices.tsx';
import { capital } from '../kit/sentence.ts';
import type { GivenRole } from './team-acts.ts';

// A checker holds no key of a list, and nothing answers them yet: they would be let in to nothing.
const GIVEN = ['admin', 'editor', 'viewer'] as const satisfies readonly GivenRole[];

interface Props {
  readonly legend: string;
  readonly value: GivenRole;
  readonly onChange: (role: GivenRole) => void;
}

/** Each role with what it may do. */
export const TeamRoleChoice = ({ legend, value, onChange }: Props) => (
  <Choices
    legend={legend}
    value={value}
    onChange={onChange}
    choices={GIVEN.map((role) => ({
      value: role,
      label: capital(t(`team_role_${role}`)),
      hint: t(`team_role_${role}_what`),
    }))}
  />
);
