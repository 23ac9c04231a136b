import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EtcdMember } from '../../../src/reimage/plan/facts.ts';
import { forecastQuorum, neededOf, whyNotLeave } from '../../../src/reimage/plan/quorum.ts';

const member = (id: string, changes: Partial<EtcdMember> = {}): EtcdMember => ({
  id,
  name: `${id}-1f`,
  node: id,
  learner: false,
  healthy: true,
  ...changes,
});
const three = ['a', 'b', 'c'].map((id) => member(id));

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 3],
])('%i voters need %i', (voters, needed) => expect(neededOf(voters)).toBe(needed));

describe('a member may leave', () => {
  test('three healthy ones', () => expect(whyNotLeave(three, 'a')).toBeUndefined());
  test('three of which it is the one that is down', () =>
    expect(whyNotLeave([member('a', { healthy: false }), member('b'), member('c')], 'a')).toBeUndefined());
  test('not when another one is down', () =>
    expect(whyNotLeave([member('a'), member('b', { healthy: false }), member('c')], 'a')).toBe(
      'etcd would have 1 healthy of 2 members, and needs 2: b is down',
    ));
  test('not when it is the last', () =>
    expect(whyNotLeave([member('a')], 'a')).toBe('it is the last member of etcd: the cluster would be gone'));
  test('not while another one learns', () =>
    expect(whyNotLeave([...three, member('d', { learner: true })], 'a')).toBe(
      'd is still learning: it does not vote yet',
    ));
});

test('the forecast is of the worst moment', () => {
  expect(forecastQuorum(three, ['a', 'b', 'c'])).toEqual({ voters: 3, healthy: 3, needed: 2, lowest: 2 });
  expect(forecastQuorum([...three, member('d'), member('e', { healthy: false })], ['a'])).toEqual({
    voters: 5,
    healthy: 4,
    needed: 3,
    lowest: 3,
  });
  expect(forecastQuorum(three, [])).toEqual({ voters: 3, healthy: 3, needed: 2, lowest: 3 });
});

test('whoever may leave leaves a majority that lives', () => {
  const members = fc
    .array(fc.record({ healthy: fc.boolean(), learner: fc.boolean() }), { minLength: 1, maxLength: 7 })
    .map((all) => all.map((each, index) => member(`m${index}`, each)));
  fc.assert(
    fc.property(members, fc.nat(6), (all, which) => {
      const id = all[which % all.length]?.id ?? '';
      if (whyNotLeave(all, id) !== undefined) return;
      const voters = all.filter((each) => !each.learner && each.id !== id);
      expect(voters.filter(({ healthy }) => healthy).length * 2).toBeGreaterThan(voters.length);
    }),
  );
});
