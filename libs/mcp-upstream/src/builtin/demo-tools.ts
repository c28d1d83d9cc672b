import { randomInt, randomUUID } from 'node:crypto';
import { LIVE_TOOLS } from './demo-live-tools.js';
import { isWhole, numberIn, STEADY, textIn, VARYING, type DemoTool } from './demo-tool.js';

const echo: DemoTool = {
  name: 'echo',
  title: 'Echo',
  annotations: STEADY,
  description: 'Repeats the given message. Good for a first call.',
  properties: { message: { type: 'string', maxLength: 100_000, description: 'What to repeat' } },
  required: ['message'],
  run: (input) => {
    const text = textIn(input, 'message');
    return text === undefined ? { problem: 'Give "message" as a string of at most 100,000 characters.' } : { text };
  },
};

const add: DemoTool = {
  name: 'add',
  title: 'Add',
  annotations: STEADY,
  description: 'Adds two numbers.',
  properties: { a: { type: 'number', description: 'First number' }, b: { type: 'number', description: 'Second number' } },
  required: ['a', 'b'],
  run: (input) => {
    const [a, b] = [numberIn(input, 'a'), numberIn(input, 'b')];
    if (a === undefined || b === undefined) return { problem: 'Give "a" and "b" as numbers.' };
    return Number.isFinite(a + b)
      ? { text: String(a + b), structured: { sum: a + b } }
      : { problem: 'The sum is too large to be written as a number.' };
  },
};

const currentTime: DemoTool = {
  name: 'current_time',
  title: 'Current time',
  annotations: VARYING,
  description: 'Tells the date and time in a time zone.',
  properties: { timezone: { type: 'string', maxLength: 64, default: 'UTC', description: 'IANA name, such as Europe/Berlin' } },
  run: (input) => {
    const timeZone = input['timezone'] === undefined ? 'UTC' : textIn(input, 'timezone', 64);
    const now = new Date();
    try {
      if (timeZone === undefined) throw new RangeError();
      const local = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'long' }).format(now);
      return { text: local, structured: { utc: now.toISOString(), local, timezone: timeZone } };
    } catch {
      return { problem: 'Give "timezone" as an IANA name, such as Europe/Berlin or UTC.' };
    }
  },
};

const newUuid: DemoTool = {
  name: 'random_uuid',
  title: 'Random UUID',
  annotations: VARYING,
  description: 'Makes a random UUID (version 4).',
  properties: {},
  run: () => ({ text: randomUUID() }),
};

const textStatistics: DemoTool = {
  name: 'text_statistics',
  title: 'Text statistics',
  annotations: STEADY,
  description: 'Counts the characters, words and lines of a text.',
  properties: { text: { type: 'string', maxLength: 100_000, description: 'The text to count' } },
  required: ['text'],
  run: (input) => {
    const text = textIn(input, 'text');
    if (text === undefined) return { problem: 'Give "text" as a string of at most 100,000 characters.' };
    const counts = {
      characters: [...text].length,
      words: text.match(/\S+/gu)?.length ?? 0,
      lines: text === '' ? 0 : text.split(/\r\n|\r|\n/).length,
    };
    return { text: `${counts.characters} characters, ${counts.words} words, ${counts.lines} lines`, structured: counts };
  },
};

const SCALES = ['celsius', 'fahrenheit', 'kelvin'] as const;
const TO_KELVIN = {
  celsius: (degrees: number) => degrees + 273.15,
  fahrenheit: (degrees: number) => (degrees + 459.67) / 1.8,
  kelvin: (degrees: number) => degrees,
};
const FROM_KELVIN = {
  celsius: (kelvin: number) => kelvin - 273.15,
  fahrenheit: (kelvin: number) => kelvin * 1.8 - 459.67,
  kelvin: (kelvin: number) => kelvin,
};

const convertTemperature: DemoTool = {
  name: 'convert_temperature',
  title: 'Convert temperature',
  annotations: STEADY,
  description: 'Converts a temperature between Celsius, Fahrenheit and Kelvin.',
  properties: {
    value: { type: 'number', description: 'The temperature' },
    from: { type: 'string', enum: SCALES, description: 'Its scale' },
    to: { type: 'string', enum: SCALES, description: 'The scale wanted' },
  },
  required: ['value', 'from', 'to'],
  run: (input) => {
    const value = numberIn(input, 'value');
    const [from, to] = [SCALES.find((scale) => scale === input['from']), SCALES.find((scale) => scale === input['to'])];
    if (value === undefined || !from || !to)
      return { problem: `Give "value" as a number, and "from" and "to" as one of ${SCALES.join(', ')}.` };
    const kelvin = TO_KELVIN[from](value);
    if (kelvin < 0) return { problem: 'There is nothing colder than absolute zero.' };
    const converted = Math.round(FROM_KELVIN[to](kelvin) * 100) / 100;
    return { text: `${converted} ${to}`, structured: { value: converted, scale: to } };
  },
};

const rollDice: DemoTool = {
  name: 'roll_dice',
  title: 'Roll dice',
  annotations: VARYING,
  description: 'Rolls dice and adds them up.',
  properties: {
    dice: { type: 'integer', minimum: 1, maximum: 100, default: 1, description: 'How many dice' },
    sides: { type: 'integer', minimum: 2, maximum: 1000, default: 6, description: 'Sides of each' },
  },
  run: ({ dice = 1, sides = 6 }) => {
    if (!isWhole(dice, 1, 100) || !isWhole(sides, 2, 1000))
      return { problem: 'Give "dice" as a whole number from 1 to 100 and "sides" from 2 to 1000.' };
    const rolls = Array.from({ length: dice }, () => randomInt(1, sides + 1));
    const total = rolls.reduce((sum, roll) => sum + roll, 0);
    return { text: `${rolls.join(' + ')} = ${total}`, structured: { rolls, total } };
  },
};

const alwaysFails: DemoTool = {
  name: 'always_fails',
  title: 'Always fails',
  annotations: STEADY,
  description: 'Fails, always. Good for seeing how a failed call looks in the client and in the call log.',
  properties: {},
  run: () => ({ problem: 'This tool fails on purpose. Nothing is wrong.' }),
};

/** The tools of the demo server, in the order they are listed. Harmless: no network, no files, nothing remembered. */
export const DEMO_TOOLS: readonly DemoTool[] = [
  echo,
  add,
  currentTime,
  newUuid,
  textStatistics,
  convertTemperature,
  rollDice,
  ...LIVE_TOOLS,
  alwaysFails,
];
