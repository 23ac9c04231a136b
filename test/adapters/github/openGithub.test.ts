import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openGithub } from '../../../src/adapters/github/openGithub.ts';
import type { Github } from '../../../src/ports/github.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { GithubModel } from '../../fakes/githubModel.ts';

let model: GithubModel;
let url = '';
let github: Github;

beforeAll(async () => {
  model = new GithubModel();
  url = await model.start();
});
afterAll(() => model.close());
beforeEach(() => {
  Object.assign(model, { comments: [], issues: [], mayWrite: true, broken: undefined });
  model.asked.length = 0;
  github = openGithub({ token: 'a-token', repository: 'lerenn/lab', url });
});

const marker = '<!-- pilotlight plan 0123 -->';
const note = (text: string) => ({ marker, text });

async function failure(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no failure: ${String(error)}`);
  return error;
}

describe('the comment of a pull request', () => {
  test('is made, left alone, and updated in its place', async () => {
    model.comments.push(model.text('hello', 'louis'));
    expect(await github.comment(12, note('one'))).toBe('made');
    expect(await github.comment(12, note('one'))).toBe('unchanged');
    expect(await github.comment(12, note('two'))).toBe('updated');
    expect(model.comments.map(({ body }) => body)).toEqual(['hello', `${marker}\ntwo`]);
  });

  test('is found behind hundreds of others, and not taken for one that quotes it or that somebody else wrote', async () => {
    const others = Array.from({ length: 230 }, (_, index) => model.text(`${index}`, 'louis'));
    const forged = model.text(`${marker}\nall is well`, 'mallory');
    const quoting = model.text(`> ${marker}\n${marker}\nsee above`);
    const ours = model.text(`${marker}\r\nold`);
    model.comments.push(forged, ...others, quoting, ours);
    expect(await github.comment(12, note('new'))).toBe('updated');
    expect(model.comments).toHaveLength(233);
    expect(ours.body).toBe(`${marker}\nnew`);
    expect(forged.body).toContain('all is well');
    expect(quoting.body).toContain('see above');
    expect(model.asked.filter((line) => line.startsWith('GET'))).toHaveLength(3);
  });

  test('is one: of several, the oldest stays', async () => {
    model.comments.push(model.text(`${marker}\na`), model.text(`${marker}\nb`), model.text(`${marker}\nc`));
    expect(await github.comment(12, note('new'))).toBe('updated');
    expect(model.comments.map(({ body }) => body)).toEqual([`${marker}\nnew`]);
  });

  test('is refused in words where the token may not write, or is none; the token is in no error', async () => {
    model.mayWrite = false;
    const refused = await failure(github.comment(12, note('one')));
    expect(refused).toMatchObject({
      kind: 'refused',
      message:
        'GitHub does not let the token comment on pull request 12 (403: Resource not accessible by integration)',
      next: 'give the job the permission `pull-requests: write`, or the step another `github-token`',
    });
    const wrong = openGithub({ token: 'sesame-sesame', repository: 'lerenn/lab', url });
    const bad = await failure(wrong.comment(12, note('one')));
    expect([bad.kind, bad.message]).toEqual(['refused', expect.stringContaining('401')]);
    expect(JSON.stringify([bad, bad.message, bad.next])).not.toContain('sesame');
    const none = openGithub({ token: '', repository: 'lerenn/lab', url });
    expect((await failure(none.comment(12, note('one')))).kind).toBe('refused');
  });

  test('fails in words when GitHub is out of order, or does not answer', async () => {
    model.broken = 502;
    expect(await failure(github.comment(12, note('one')))).toMatchObject({
      kind: 'world',
      message: expect.stringContaining('502'),
    });
    const nobody = openGithub({ token: 'a-token', repository: 'lerenn/lab', url: 'http://127.0.0.1:1' });
    expect((await failure(nobody.comment(12, note('one')))).kind).toBe('world');
  });
});

describe('the issue', () => {
  const issue = (text: string) => ({ marker, title: 'It differs', text });

  test('is opened, left alone, updated and closed', async () => {
    model.issues.push(model.text('x', 'louis'));
    expect(await github.closeIssue(issue('fine'))).toBe(undefined);
    const opened = await github.keepIssue(issue('one'));
    expect(opened.outcome).toBe('opened');
    expect(await github.keepIssue(issue('one'))).toEqual({ ...opened, outcome: 'unchanged' });
    expect(await github.keepIssue(issue('two'))).toEqual({ ...opened, outcome: 'updated' });
    expect(await github.closeIssue(issue('fine'))).toEqual({ ...opened, outcome: 'closed' });
    expect(model.issues[1]).toMatchObject({
      title: 'It differs',
      body: `${marker}\nfine`,
      state: 'closed',
      state_reason: 'completed',
    });
    expect((await github.keepIssue(issue('again'))).number).not.toBe(opened.number);
  });

  test('is one: neither a pull request nor what somebody else wrote, and the oldest of several', async () => {
    const request = model.text(`${marker}\n`, undefined, { pull_request: {} });
    const forged = model.text(`${marker}\n`, 'mallory');
    const [old, young] = [model.text(`${marker}\na`), model.text(`${marker}\nb`)];
    model.issues.push(young, forged, request, old);
    expect(await github.keepIssue(issue('new'))).toEqual({ number: old.number, outcome: 'updated' });
    expect(model.issues.map(({ state }) => state)).toEqual(['closed', 'open', 'open', 'open']);
    expect(young.state_reason).toBe('not_planned');
  });
});

test('attestations are those of the digest, and none where GitHub knows of none', async () => {
  const [there, gone] = ['a', 'b'].map((digit) => digit.repeat(64) as Digest);
  model.attestations.set(there ?? '', [{ one: 1 }, null, { two: 2 }]);
  expect(await github.attestations(there as Digest)).toEqual([{ one: 1 }, { two: 2 }]);
  expect(await github.attestations(gone as Digest)).toEqual([]);
});
