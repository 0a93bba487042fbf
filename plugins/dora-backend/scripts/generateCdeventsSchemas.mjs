// Writes src/cdevents/cdeventsSchemas.json: the official JSON schemas of those CDEvents that become facts, and the
// types of all others, as the Go module github.com/cdevents/sdk-go carries them. Needs Go.
//
//   node plugins/dora-backend/scripts/generateCdeventsSchemas.mjs && yarn prettier --write plugins/dora-backend/src/cdevents/cdeventsSchemas.json
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = 'github.com/cdevents/sdk-go@v0.5.0';

const MAPPED =
  /\/schema\/(service-(deployed|upgraded|rolledback|removed)|change-(created|updated|reviewed|merged|abandoned)|incident-(detected|reported|resolved)|artifact-(packaged|published))-event$/;
const LINKS = /\/schema\/links\/embedded/;

const { Dir: folder } = JSON.parse(
  execFileSync('go', ['mod', 'download', '-json', MODULE], {
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  }),
);
const source = readFileSync(join(folder, 'pkg/api/schemas.go'), 'utf8');
const all = [...source.matchAll(/"https:[^"]+": `([^`]+)`/g)].map(
  ([, schema]) => JSON.parse(schema),
);
const schemas = all.filter(({ $id }) => MAPPED.test($id) || LINKS.test($id));
const otherTypes = all
  .filter(schema => !schemas.includes(schema))
  .flatMap(({ properties }) => properties.context?.properties.type.enum ?? []);
if (schemas.length !== 50 || otherTypes.length === 0) {
  throw new Error(
    `${MODULE}: expected 50 schemas, got ${schemas.length}, and ${otherTypes.length} other types`,
  );
}

writeFileSync(
  new URL('../src/cdevents/cdeventsSchemas.json', import.meta.url),
  JSON.stringify({
    notice: `Copyright 2024 The CDEvents Authors. Licensed under the Apache License, Version 2.0. Generated from ${MODULE}; see NOTICE.`,
    schemas,
    otherTypes: otherTypes.sort(),
  }),
);
