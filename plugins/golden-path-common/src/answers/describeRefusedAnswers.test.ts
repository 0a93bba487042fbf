import { describeRefusedAnswers } from './describeRefusedAnswers';

const MESSAGE = 'does not match pattern "^[a-z]+$"';
const SENTENCE = 'Lower-case letters, such as orders.';

describe('describeRefusedAnswers', () => {
  it.each([
    ['a sentence for everything', SENTENCE],
    ['one for the keyword', { pattern: SENTENCE }],
  ])('says it in the words of the template: %s', (_, errorMessage) => {
    expect(
      describeRefusedAnswers([
        {
          property: 'instance.name',
          message: MESSAGE,
          name: 'pattern',
          schema: { type: 'string', errorMessage },
        },
      ]),
    ).toEqual([`name: ${SENTENCE}`]);
  });

  it.each([
    ['has none', {}],
    ['has one for another keyword', { errorMessage: { maxLength: SENTENCE } }],
    ['has one that is no text', { errorMessage: { pattern: 1 } }],
    ['has an empty one', { errorMessage: '' }],
    ['is named only', '#name'],
    ['is not told', undefined],
  ])('says it in those of JSON Schema where the schema %s', (_, schema) => {
    expect(
      describeRefusedAnswers([
        {
          property: 'instance.resources.cpu',
          message: MESSAGE,
          name: 'pattern',
          schema,
        },
      ]),
    ).toEqual([`resources.cpu ${MESSAGE}`]);
  });

  it('names no answer where it is about all of them', () => {
    expect(
      describeRefusedAnswers([
        {
          property: 'instance',
          message: 'requires property "name"',
          name: 'required',
          schema: { required: ['name'] },
        },
      ]),
    ).toEqual(['requires property "name"']);
  });

  it('says once what several keywords are broken for', () => {
    const schema = { errorMessage: SENTENCE };
    const property = 'instance.name';
    expect(
      describeRefusedAnswers([
        { property, message: MESSAGE, name: 'pattern', schema },
        { property, message: 'is too long', name: 'maxLength', schema },
      ]),
    ).toEqual([`name: ${SENTENCE}`]);
  });
});
