// Checks an endpoint with the sample tables, one line per check; fails if one of them does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';

const client = new sdk.DynamoDBClient({});
const folder = new URL('../../fixtures/tables/', import.meta.url);
const samples = ['AllTypes', 'Attachments', 'Movies', 'Music', 'Orders', 'Readings', 'Thread'].map(
  (name) => ({
    name,
    request: JSON.parse(readFileSync(new URL(`${name}/table.json`, folder))),
    items: JSON.parse(readFileSync(new URL(`${name}/items.json`, folder))).map(decoded),
  }),
);
const checks = [];
const check = (name, run) => checks.push({ name, run });
const send = (operation, input) => client.send(new sdk[`${operation}Command`](input));

// What the SDK gives for an attribute value in JSON: bytes for base64.
function decoded(value) {
  return mapValues(value, (member, key) => {
    if (key === 'B') return Uint8Array.from(Buffer.from(member, 'base64'));
    if (key === 'BS') return member.map((bytes) => Uint8Array.from(Buffer.from(bytes, 'base64')));
    if (Array.isArray(member))
      return member.map((one) => (typeof one === 'object' ? decoded(one) : one));
    return typeof member === 'object' ? decoded(member) : member;
  });
}

// One spelling per value: numbers without exponent or padding, sets in order, bytes as text.
function canonical(value) {
  return mapValues(value, (member, key) => {
    if (key === 'N') return number(member);
    if (key === 'NS') return member.map(number).sort();
    if (key === 'SS') return [...member].sort();
    if (key === 'B') return Buffer.from(member).toString('base64');
    if (key === 'BS') return member.map((bytes) => Buffer.from(bytes).toString('base64')).sort();
    if (Array.isArray(member)) return member.map(canonical);
    return typeof member === 'object' ? canonical(member) : member;
  });
}

function number(text) {
  const [, sign, whole, fraction = '', exponent = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:[eE](.+))?$/.exec(
    text,
  );
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const scale = Number(exponent) - fraction.length + digits.length - significant.length;
  return significant === '' ? '0' : `${sign === '-' ? '-' : ''}${significant}e${scale}`;
}

function mapValues(object, change) {
  return Object.fromEntries(
    Object.entries(object).map(([key, member]) => [key, change(member, key)]),
  );
}

function asSet(items) {
  return items.map((item) => JSON.stringify(sortedByName(canonical(item)))).sort();
}

function sortedByName(value) {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortedByName);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortedByName(value[key])]),
  );
}

// The paginator keeps its place in the input that it is given.
async function allPages(paginate, input, pageSize) {
  const items = [];
  for await (const page of paginate({ client, pageSize }, { ...input })) items.push(...page.Items);
  return items;
}

async function fails(call, name, message) {
  const error = await call.then(
    () => assert.fail(`expected ${name}`),
    (thrown) => thrown,
  );
  assert.deepEqual([error.name, error.message], [name, message]);
  return error;
}

for (const { name: TableName, request, items } of samples) {
  check(`${TableName}: creates the table and waits until it is there`, async () => {
    await send('CreateTable', request);
    await sdk.waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName });
    const { Table } = await send('DescribeTable', { TableName });
    assert.equal(Table.TableStatus, 'ACTIVE');
    assert.deepEqual(Table.KeySchema, request.KeySchema);
  });

  check(`${TableName}: writes ${items.length} items in batches`, async () => {
    for (let first = 0; first < items.length; first += 25) {
      const requests = items.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems } = await send('BatchWriteItem', {
        RequestItems: { [TableName]: requests },
      });
      assert.deepEqual(UnprocessedItems, {});
    }
  });

  check(`${TableName}: scans the same items back, page by page`, async () => {
    for (const pageSize of [1000, 7]) {
      assert.deepEqual(
        asSet(await allPages(sdk.paginateScan, { TableName }, pageSize)),
        asSet(items),
      );
    }
  });

  check(`${TableName}: gets each item by its key`, async () => {
    for (const item of items) {
      const Key = Object.fromEntries(
        request.KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]),
      );
      const { Item } = await send('GetItem', { TableName, Key, ConsistentRead: true });
      assert.deepEqual(asSet([Item]), asSet([item]));
    }
  });

  for (const index of [
    ...(request.LocalSecondaryIndexes ?? []),
    ...(request.GlobalSecondaryIndexes ?? []),
  ]) {
    check(`${TableName}: ${index.IndexName} holds the items that have its keys`, async () => {
      const keys = [...index.KeySchema, ...request.KeySchema].map(
        ({ AttributeName }) => AttributeName,
      );
      const { ProjectionType, NonKeyAttributes = [] } = index.Projection;
      const projected = (item) =>
        Object.fromEntries(
          Object.entries(item).filter(
            ([name]) =>
              ProjectionType === 'ALL' || keys.includes(name) || NonKeyAttributes.includes(name),
          ),
        );
      const expected = items.filter((item) => keys.every((key) => key in item)).map(projected);
      const { IndexName } = index;
      assert.deepEqual(
        asSet(await allPages(sdk.paginateScan, { TableName, IndexName }, 5)),
        asSet(expected),
      );
    });
  }
}

check('queries a partition in both directions, one item a page', async () => {
  const input = {
    TableName: 'Music',
    IndexName: 'AlbumIndex',
    KeyConditionExpression: 'Artist = :artist AND begins_with(AlbumTitle, :start)',
    ExpressionAttributeValues: { ':artist': { S: 'Acme Band' }, ':start': { S: 'B' } },
  };
  const forward = await allPages(sdk.paginateQuery, input, 1);
  const backward = await allPages(sdk.paginateQuery, { ...input, ScanIndexForward: false }, 1);
  assert.equal(forward.length, 5);
  assert.deepEqual(asSet(backward), asSet(forward));
  assert.deepEqual(
    backward.map(({ SongTitle }) => SongTitle.S).reverse(),
    forward.map(({ SongTitle }) => SongTitle.S),
  );
});

check('sorts number keys by value', async () => {
  const { Items } = await send('Query', {
    TableName: 'Readings',
    KeyConditionExpression: 'StationId = :id',
    ExpressionAttributeValues: { ':id': { N: '-5' } },
  });
  assert.deepEqual(
    Items.map(({ Celsius }) => Celsius.N),
    ['0', '1', '2', '3', '4', '5', '6'],
  );
});

check('filters and projects nested attributes', async () => {
  const { Items, Count, ScannedCount } = await send('Scan', {
    TableName: 'Movies',
    FilterExpression: 'contains(info.genres, :genre) AND info.running_time_secs > :long',
    ProjectionExpression: '#y, title, info.directors[0]',
    ExpressionAttributeNames: { '#y': 'year' },
    ExpressionAttributeValues: { ':genre': { S: 'Sci-Fi' }, ':long': { N: '9500' } },
  });
  assert.deepEqual([Count, ScannedCount], [2, 60]);
  assert.deepEqual(
    asSet(Items),
    asSet([
      {
        year: { N: '1972' },
        title: { S: 'Solaris' },
        info: { M: { directors: { L: [{ S: 'Andrei Tarkovsky' }] } } },
      },
      {
        year: { N: '1979' },
        title: { S: 'Stalker' },
        info: { M: { directors: { L: [{ S: 'Andrei Tarkovsky' }] } } },
      },
    ]),
  );
});

check('divides a scan into segments', async () => {
  const segments = await Promise.all(
    [0, 1, 2].map((Segment) =>
      allPages(sdk.paginateScan, { TableName: 'Orders', Segment, TotalSegments: 3 }, 20),
    ),
  );
  assert.deepEqual(
    asSet(segments.flat()),
    asSet(samples.find(({ name }) => name === 'Orders').items),
  );
});

const Key = { pk: { S: 'node' } };
const TableName = 'AllTypes';

check('refuses a write whose condition is false and returns the item', async () => {
  await send('PutItem', { TableName, Item: { ...Key, version: { N: '1' } } });
  const error = await fails(
    send('PutItem', {
      TableName,
      Item: Key,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
    'ConditionalCheckFailedException',
    'The conditional request failed',
  );
  assert.deepEqual(error.Item, { ...Key, version: { N: '1' } });
});

check('updates what an expression names and returns it', async () => {
  const { Attributes } = await send('UpdateItem', {
    TableName,
    Key,
    UpdateExpression:
      'SET #l = list_append(if_not_exists(#l, :none), :one), version = version + :step ' +
      'ADD tags :tags REMOVE gone',
    ExpressionAttributeNames: { '#l': 'log' },
    ExpressionAttributeValues: {
      ':none': { L: [] },
      ':one': { L: [{ S: 'a' }] },
      ':step': { N: '0.5' },
      ':tags': { SS: ['x'] },
    },
    ReturnValues: 'UPDATED_NEW',
  });
  assert.deepEqual(Attributes, {
    log: { L: [{ S: 'a' }] },
    version: { N: '1.5' },
    tags: { SS: ['x'] },
  });
});

check('returns the old item of a delete and nothing of a missing one', async () => {
  const { Attributes } = await send('DeleteItem', { TableName, Key, ReturnValues: 'ALL_OLD' });
  assert.equal(Attributes.version.N, '1.5');
  assert.equal(
    (await send('DeleteItem', { TableName, Key, ReturnValues: 'ALL_OLD' })).Attributes,
    undefined,
  );
  assert.equal((await send('GetItem', { TableName, Key })).Item, undefined);
});

check('gets a batch without the missing items', async () => {
  const { Responses, UnprocessedKeys } = await send('BatchGetItem', {
    RequestItems: {
      AllTypes: { Keys: [{ pk: { S: 'null' } }, { pk: { S: 'nothing' } }, { pk: { S: 'true' } }] },
      Thread: {
        Keys: [{ ForumName: { S: 'Gardening' }, Subject: { S: 'Schnecken!' } }],
        ProjectionExpression: 'Subject',
      },
    },
  });
  assert.deepEqual(
    asSet(Responses.AllTypes),
    asSet([
      { pk: { S: 'null' }, value: { NULL: true } },
      { pk: { S: 'true' }, value: { BOOL: true } },
    ]),
  );
  assert.deepEqual(Responses.Thread, [{ Subject: { S: 'Schnecken!' } }]);
  assert.deepEqual(UnprocessedKeys, {});
});

check('counts consumed capacity', async () => {
  const read = { TableName, Key: { pk: { S: 'four-kilobytes' } }, ReturnConsumedCapacity: 'TOTAL' };
  assert.equal((await send('GetItem', read)).ConsumedCapacity.CapacityUnits, 1);
  assert.equal(
    (await send('GetItem', { ...read, ConsistentRead: true })).ConsumedCapacity.CapacityUnits,
    2,
  );
});

check('answers faults with the code and text of the service', async () => {
  await fails(
    send('GetItem', { TableName: 'Nothing', Key }),
    'ResourceNotFoundException',
    'Requested resource not found',
  );
  await fails(
    send('GetItem', { TableName, Key: { id: { S: 'a' } } }),
    'ValidationException',
    'The provided key element does not match the schema',
  );
  await fails(
    send('CreateTable', samples[0].request),
    'ResourceInUseException',
    'Table already exists: AllTypes',
  );
  await fails(
    send('Scan', {
      TableName,
      FilterExpression: 'size(#n) > :n',
      ExpressionAttributeNames: { '#n': 'value' },
    }),
    'ValidationException',
    'Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :n',
  );
});

check('keeps the types of the document client', async () => {
  const documents = DynamoDBDocumentClient.from(client);
  const Item = {
    pk: 'document',
    text: 'ü',
    whole: 7,
    big: 12345678901234567890n,
    none: null,
    yes: true,
    list: [1, 'two', { three: 3 }],
    set: new Set(['a', 'b']),
    bytes: Uint8Array.of(0, 255),
  };
  await documents.send(new PutCommand({ TableName, Item }));
  const found = await documents.send(new GetCommand({ TableName, Key: { pk: 'document' } }));
  assert.deepEqual({ ...found.Item, bytes: Uint8Array.from(found.Item.bytes) }, Item);
  const { Attributes } = await documents.send(
    new UpdateCommand({
      TableName,
      Key: { pk: 'document' },
      UpdateExpression: 'SET whole = whole + :one',
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  assert.deepEqual(Attributes, { whole: 8 });
});

check('lists the tables in order, page by page', async () => {
  const names = [];
  for await (const page of sdk.paginateListTables({ client, pageSize: 2 }, {}))
    names.push(...page.TableNames);
  assert.deepEqual(
    names.filter((name) => samples.some((sample) => sample.name === name)),
    samples.map(({ name }) => name),
  );
});

check('deletes the tables and waits until they are gone', async () => {
  for (const { name } of samples) {
    await send('DeleteTable', { TableName: name });
    await sdk.waitUntilTableNotExists({ client, maxWaitTime: 30 }, { TableName: name });
  }
});

let failures = 0;
for (const { name, run } of checks) {
  try {
    await run();
    console.log(`ok    ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`FAIL  ${name}\n${error.stack}`);
  }
}
console.log(`${checks.length - failures} of ${checks.length} checks passed`);
process.exitCode = failures === 0 ? 0 : 1;
