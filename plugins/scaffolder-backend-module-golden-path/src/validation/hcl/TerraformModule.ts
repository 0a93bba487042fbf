import { record } from '../record';
import { maskHcl } from './maskHcl';

const FOR = /\bfor\s+([A-Za-z_][\w-]*)(?:\s*,\s*([A-Za-z_][\w-]*))?\s+in\b/g;
const DYNAMIC = /\b(?:dynamic\s+"([\w-]+)"|iterator\s*=\s*([A-Za-z_][\w-]*))/g;

/** A file of a module: its JSON and its code without text. */
export interface TerraformFile {
  path: string;
  value: Record<string, unknown>;
  text: string;
  masked: string;
}

/** A call of another module. */
export interface ModuleCall {
  name: string;
  fields: Record<string, unknown>;
  file: TerraformFile;
}

/** The `.tf` files of one folder. */
export class TerraformModule {
  readonly files: TerraformFile[];
  /** Names of variables, and whether each has to be given. */
  readonly variables = new Map<string, { required: boolean }>();
  readonly locals = new Set<string>();
  readonly outputs = new Set<string>();
  /** `aws_lb.service`. */
  readonly resources = new Set<string>();
  /** `aws_region.current`. */
  readonly data = new Set<string>();
  readonly calls: ModuleCall[] = [];
  /** Names that expressions and dynamic blocks bind themselves. */
  readonly bound = new Set<string>();

  constructor(files: Pick<TerraformFile, 'path' | 'value' | 'text'>[]) {
    this.files = files.map(file => ({ ...file, masked: maskHcl(file.text) }));
    for (const file of this.files) {
      const { value, masked, text } = file;
      for (const [name, block] of Object.entries(record(value.variable))) {
        this.variables.set(name, {
          required: !Object.hasOwn(record([block].flat()[0]), 'default'),
        });
      }
      for (const block of [value.locals ?? []].flat()) {
        Object.keys(record(block)).forEach(name => this.locals.add(name));
      }
      Object.keys(record(value.output)).forEach(name => this.outputs.add(name));
      collect(value.resource, this.resources);
      collect(value.data, this.data);
      for (const [name, block] of Object.entries(record(value.module))) {
        this.calls.push({ name, fields: record([block].flat()[0]), file });
      }
      for (const [, ...names] of masked.matchAll(FOR)) {
        names.filter(Boolean).forEach(name => this.bound.add(name));
      }
      for (const [, ...names] of text.matchAll(DYNAMIC)) {
        names.filter(Boolean).forEach(name => this.bound.add(name));
      }
    }
  }
}

function collect(types: unknown, names: Set<string>): void {
  for (const [type, blocks] of Object.entries(record(types))) {
    Object.keys(record(blocks)).forEach(name => names.add(`${type}.${name}`));
  }
}
