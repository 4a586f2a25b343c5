import { invalid } from './refusal.js';

/** Zones the gateway's terminals know, as IANA names. */
const zones: Record<string, string> = {
  UTC: 'UTC',
  GMT: 'UTC',
  'US/ALASKA': 'America/Anchorage',
  'US/ARIZONA': 'America/Phoenix',
  'US/CENTRAL': 'America/Chicago',
  'US/EAST-INDIANA': 'America/Indiana/Indianapolis',
  'US/EASTERN': 'America/New_York',
  'US/HAWAII': 'Pacific/Honolulu',
  'US/INDIANA-STARKE': 'America/Indiana/Knox',
  'US/MICHIGAN': 'America/Detroit',
  'US/MOUNTAIN': 'America/Denver',
  'US/PACIFIC': 'America/Los_Angeles',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
};

const isoLike = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?: (?<hour>\d\d):(?<minute>\d\d)(?: (?<zone>\S+))?)?$/;
const american =
  /^(?<month>\d\d)-(?<day>\d\d)-(?<year>\d\d(?:\d\d)?) (?<hour>\d\d):(?<minute>\d\d)(?: (?<half>[AP]M))?(?: (?<zone>\S+))?$/i;

/**
 * Milliseconds of a date in one of the search's forms: `yyyy-MM-dd HH:mm z`, `MM-dd-yyyy hh:mm a`, `MM-dd-yy HH:mm z`.
 * Without a zone it is the terminal's local time.
 * @throws Refusal 400/041
 */
export function parseSearchDate(text: string, terminalZone: string): number {
  const parts = (isoLike.exec(text) ?? american.exec(text))?.groups;
  if (!parts) throw invalid(`Invalid date ${text.slice(0, 40)}`);
  const zone = zones[(parts['zone'] ?? terminalZone).toUpperCase()];
  if (zone === undefined) throw invalid('Invalid time zone');
  const year = Number(parts['year']);
  const wall = Date.UTC(
    year < 100 ? 2000 + year : year,
    Number(parts['month']) - 1,
    Number(parts['day']),
    hourOf(Number(parts['hour'] ?? 0), parts['half']?.toUpperCase()),
    Number(parts['minute'] ?? 0),
  );
  return wall - offsetAt(wall, zone);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === 'PM' ? 12 : 0);
}

/** How far a zone's clock is ahead of UTC when its wall shows this time. */
function offsetAt(wall: number, zone: string): number {
  const shownFor = (instant: number) => {
    const options = { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' } as const;
    return Date.parse(`${new Intl.DateTimeFormat('sv-SE', options).format(instant).replace(' ', 'T')}Z`);
  };
  const guess = shownFor(wall) - wall;
  return shownFor(wall - guess) - (wall - guess);
}
