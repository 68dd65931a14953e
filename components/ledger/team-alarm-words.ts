import type { WordKey } from '@/lib/platform/words.ts';
import type { Tone } from '../kit/chip.tsx';

interface AlarmWords {
  readonly what: WordKey;
  readonly tone: Tone;
  readonly todo: WordKey;
}

/** Each kind of `lib/team/alarm.ts`. `bata`: somebody may have meant it. `kunyit`: something broke. `nila`: it mends itself. */
export const ALARMS: Readonly<Record<string, AlarmWords | undefined>> = {
  malformed: { what: 'team_alarm_malformed', tone: 'kunyit', todo: 'team_alarm_do_server' },
  'too-large': { what: 'team_alarm_too_large', tone: 'kunyit', todo: 'team_alarm_do_server' },
  mislabelled: { what: 'team_alarm_mislabelled', tone: 'kunyit', todo: 'team_alarm_do_server' },
  'other-team': { what: 'team_alarm_other_team', tone: 'kunyit', todo: 'team_alarm_do_server' },
  'forged-author': { what: 'team_alarm_forged_author', tone: 'bata', todo: 'team_alarm_do_server' },
  fork: { what: 'team_alarm_fork', tone: 'bata', todo: 'team_alarm_do_device' },
  rollback: { what: 'team_alarm_rollback', tone: 'kunyit', todo: 'team_alarm_do_device' },
  'wrong-role': { what: 'team_alarm_wrong_role', tone: 'bata', todo: 'team_alarm_do_person' },
  'after-removal': { what: 'team_alarm_after_removal', tone: 'nila', todo: 'team_alarm_do_none' },
  'old-epoch': { what: 'team_alarm_old_epoch', tone: 'nila', todo: 'team_alarm_do_none' },
  'wrong-key': { what: 'team_alarm_wrong_key', tone: 'kunyit', todo: 'team_alarm_do_device' },
  'wrong-space': { what: 'team_alarm_wrong_space', tone: 'kunyit', todo: 'team_alarm_do_device' },
  'bad-op': { what: 'team_alarm_bad_op', tone: 'kunyit', todo: 'team_alarm_do_version' },
  'forged-chain': { what: 'team_alarm_forged_chain', tone: 'bata', todo: 'team_alarm_do_server' },
  'chain-fork': { what: 'team_alarm_chain_fork', tone: 'kunyit', todo: 'team_alarm_do_members' },
  'swapped-box': { what: 'team_alarm_swapped_box', tone: 'bata', todo: 'team_alarm_do_box' },
  'extra-box': { what: 'team_alarm_extra_box', tone: 'bata', todo: 'team_alarm_do_box' },
  gap: { what: 'team_alarm_gap', tone: 'kunyit', todo: 'team_alarm_do_server' },
  hidden: { what: 'team_alarm_hidden', tone: 'bata', todo: 'team_alarm_do_server' },
  reset: { what: 'team_alarm_reset', tone: 'nila', todo: 'team_alarm_do_server_small' },
  'old-snapshot': { what: 'team_alarm_old_snapshot', tone: 'bata', todo: 'team_alarm_do_server' },
  'wrong-compactor': { what: 'team_alarm_wrong_compactor', tone: 'bata', todo: 'team_alarm_do_person' },
  'damaged-page': { what: 'team_alarm_damaged_page', tone: 'kunyit', todo: 'team_alarm_do_server' },
};
