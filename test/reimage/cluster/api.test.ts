import { describe, expect, test } from 'vitest';
import { readKubectlError } from '../../../src/reimage/cluster/api/kubectlError.ts';
import { selects } from '../../../src/reimage/cluster/drain/selects.ts';
import { readCluster } from '../../../src/reimage/cluster/readCluster.ts';
import { newModel } from '../../fakes/cluster/model.ts';
import { modelTools } from '../../fakes/cluster/tools.ts';

describe('what kubectl complains of', () => {
  test.each([
    ['absent', 'Error from server (NotFound): nodes "two" not found'],
    ['unavailable', 'Error from server (NotFound): the server could not find the requested resource'],
    [
      'conflict',
      'Error from server (Conflict): Operation cannot be fulfilled on pods "d": the object has been modified',
    ],
    [
      'budget',
      "Error from server (TooManyRequests): Cannot evict pod as it would violate the pod's disruption budget.",
    ],
    [
      'unavailable',
      'Error from server (TooManyRequests): the server has received too many requests and has asked us to try again later',
    ],
    ['unavailable', 'Error from server: etcdserver: request timed out'],
    [
      'unavailable',
      'Error from server (ServiceUnavailable): the server is currently unable to handle the request',
    ],
    [
      'unavailable',
      'Error from server (InternalError): an error on the server ("") has prevented the request from succeeding',
    ],
    [
      'refused',
      'Error from server: This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    ],
    ['refused', 'Error from server (Forbidden): nodes is forbidden: User "dev" cannot list resource "nodes"'],
    [
      'unavailable',
      'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?',
    ],
    ['unavailable', 'Unable to connect to the server: net/http: TLS handshake timeout'],
    ['refused', 'error: You must be logged in to the server (Unauthorized)'],
    ['refused', ''],
  ])('%s: %s', (kind, stderr) => expect(readKubectlError(stderr).kind).toBe(kind));

  test('is found among what it only grumbles', () => {
    const grumble = 'E1123 00:50:37.018056 5156 memcache.go:265] "Unhandled Error" err="connection refused"';
    const stderr = `Warning: old\n${grumble}\nThe connection to the server 127.0.0.1:6443 was refused\n`;
    expect(readKubectlError(stderr)).toEqual({
      kind: 'unavailable',
      message: 'The connection to the server 127.0.0.1:6443 was refused',
    });
  });

  test('cannot draw on a terminal', () => {
    expect(readKubectlError('error: \u001b[31mred').message).toBe('?[31mred');
  });
});

test('an answer that ends in the middle is none', async () => {
  const tools = modelTools(newModel());
  const kubectl = { ...tools.kubectl, run: async () => ({ status: 0, stdout: '{"items": [', stderr: '' }) };
  await expect(readCluster({ ...tools, kubectl })).rejects.toThrow('its answer ends in the middle');
});

describe('a selector', () => {
  const labels = { app: 'web', tier: 'front' };
  test.each<[string, Parameters<typeof selects>[0], boolean]>([
    ['that is not there', undefined, false],
    ['that is empty', {}, true],
    ['of labels', { matchLabels: { app: 'web' } }, true],
    ['of labels that differ', { matchLabels: { app: 'web', tier: 'back' } }, false],
    ['In', { matchExpressions: [{ key: 'tier', operator: 'In', values: ['front', 'back'] }] }, true],
    ['In, without the label', { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, false],
    ['NotIn', { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['front'] }] }, false],
    [
      'NotIn, without the label',
      { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] },
      true,
    ],
    ['Exists', { matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, false],
    ['DoesNotExist', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
    ['of a kind to come', { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] }, false],
  ])('%s', (_name, selector, taken) => expect(selects(selector, labels)).toBe(taken));
});
