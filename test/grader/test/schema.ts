import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const SCHEMA = join(import.meta.dirname, '../result.schema.json');
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
);

/** Whether it is a result as `result.schema.json` has it. */
export function isResult(result: unknown): boolean {
  return validate(result);
}

/** Expects that it is, or tells why not. */
export function expectResult(result: unknown): void {
  expect({ isValid: validate(result), errors: validate.errors }).toEqual({ isValid: true, errors: null });
}
