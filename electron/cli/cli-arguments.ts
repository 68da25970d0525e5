/** What the command line asks for, or the sentence that says what is wrong with it. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#core/base/result.ts';

const commands = ['report', 'bom', 'cables', 'check'] as const;

type CommandName = (typeof commands)[number];

export interface CliRequest {
  readonly command: CommandName;
  readonly file: string;
  readonly out: string | null;
  readonly json: boolean;
}

export const usage = `Usage: weft <command> FILE.weft [options]

Commands
  report   counts, fabrics, power, cooling, problems
  bom      the workbook (.xlsx): bill of materials with prices, cost, cables, ports, power, every cable
  cables   the cable schedule (.csv), a row for every cable from end to end
  check    the problems; exit code 1 when one of them is an error

Options
  --out FILE   where to write; bom and cables write beside the design when it is absent
  --json       JSON instead of text (report, check)
  --help       this text

Exit codes: 0 done, 1 check found errors, 2 the command could not be carried out.
`;

/** `help` when only the usage is wanted. */
export function parseCliArguments(args: readonly string[]): Result<CliRequest | 'help', string> {
  const parsed = readArguments(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return ok('help');
  const [command, file, ...rest] = positionals;
  if (command === undefined) return fail(`Name a command: ${commands.join(', ')}.`);
  if (!isCommand(command)) return fail(`There is no command '${command}': use ${commands.join(', ')}.`);
  if (file === undefined) return fail(`Name the design: weft ${command} FILE.weft.`);
  if (rest.length > 0) return fail(`${command} takes one design, not '${rest.join("', '")}' as well.`);
  if (values.out === '') return fail('--out needs a file name.');
  if (values.json && (command === 'bom' || command === 'cables')) {
    return fail(`${command} writes a spreadsheet: use --json with report or check.`);
  }
  return ok({ command, file, out: values.out ?? null, json: values.json });
}

function isCommand(text: string): text is CommandName {
  return commands.some((command) => command === text);
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return ok({ values, positionals });
  } catch (error) {
    // Node's own sentence names the option; what follows its first stop is advice about escaping.
    const message = error instanceof Error ? error.message : String(error);
    return fail(`${message.split('. ')[0]}.`);
  }
}
