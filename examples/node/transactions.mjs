// Transactions, PartiQL statements and streams through the SDK, one line per check; fails if one does.
import assert from 'node:assert/strict';
import * as sdk from '@aws-sdk/client-dynamodb';
import * as streams from '@aws-sdk/client-dynamodb-streams';

const client = new sdk.DynamoDBClient({});
const streamClient = new streams.DynamoDBStreamsClient({
  endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB,
});
const TableName = 'Accounts';
const checks = [];
const check = (name, run) => checks.push({ name, run });
const send = (operation, input) => client.send(new sdk[`${operation}Command`](input));
const read = (operation, input) => streamClient.send(new streams[`${operation}Command`](input));

const key = (id) => ({ id: { S: id } });
const balance = async (id) => (await send('GetItem', { TableName, Key: key(id) })).Item?.balance.N;
const add = (id, amount) => ({
  Update: {
    TableName,
    Key: key(id),
    UpdateExpression: 'SET balance = balance + :amount',
    ConditionExpression: 'balance >= :none',
    ExpressionAttributeValues: { ':amount': { N: String(amount) }, ':none': { N: '0' } },
  },
});

async function failure(call, name) {
  const error = await call.then(
    () => assert.fail(`expected ${name}`),
    (thrown) => thrown,
  );
  assert.equal(error.name, name);
  return error;
}

check('creates a table with a stream', async () => {
  await send('CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  await sdk.waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName });
});

check('writes all of a transaction', async () => {
  const put = (id, amount) => ({
    Put: { TableName, Item: { ...key(id), balance: { N: amount } } },
  });
  await send('TransactWriteItems', { TransactItems: [put('ada', '10'), put('bob', '5')] });
  await send('TransactWriteItems', { TransactItems: [add('ada', -3), add('bob', 3)] });
  assert.deepEqual([await balance('ada'), await balance('bob')], ['7', '8']);
});

check('writes nothing of a transaction that is cancelled', async () => {
  const error = await failure(
    send('TransactWriteItems', {
      TransactItems: [
        add('ada', 1),
        {
          ConditionCheck: {
            TableName,
            Key: key('bob'),
            ConditionExpression: 'balance > :much',
            ExpressionAttributeValues: { ':much': { N: '100' } },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
        },
      ],
    }),
    'TransactionCanceledException',
  );
  assert.deepEqual(
    error.CancellationReasons.map(({ Code }) => Code),
    ['None', 'ConditionalCheckFailed'],
  );
  assert.deepEqual(error.CancellationReasons[1].Item.balance, { N: '8' });
  assert.equal(await balance('ada'), '7');
});

check('writes once for a token', async () => {
  const request = { TransactItems: [add('ada', 1)], ClientRequestToken: 'once' };
  await send('TransactWriteItems', request);
  await send('TransactWriteItems', request);
  assert.equal(await balance('ada'), '8');
  await failure(
    send('TransactWriteItems', { ...request, TransactItems: [add('ada', 2)] }),
    'IdempotentParameterMismatchException',
  );
});

check('reads items of one moment', async () => {
  const { Responses } = await send('TransactGetItems', {
    TransactItems: ['ada', 'nobody', 'bob'].map((id) => ({ Get: { TableName, Key: key(id) } })),
  });
  assert.deepEqual(
    Responses.map(({ Item }) => Item?.balance.N),
    ['8', undefined, '8'],
  );
});

check('executes statements', async () => {
  const execute = (Statement, ...Parameters) =>
    send('ExecuteStatement', { Statement, ...(Parameters.length > 0 && { Parameters }) });
  await execute(`INSERT INTO Accounts VALUE {'id': 'eve', 'balance': ?}`, { N: '1' });
  const { Items } = await execute(
    `UPDATE Accounts SET balance = balance + 1 WHERE id = 'eve' RETURNING ALL NEW *`,
  );
  assert.deepEqual(Items, [{ ...key('eve'), balance: { N: '2' } }]);
  await execute(`DELETE FROM Accounts WHERE id = 'eve'`);
  assert.deepEqual((await execute(`SELECT * FROM Accounts WHERE id = 'eve'`)).Items, []);
  await failure(
    execute(`INSERT INTO Accounts VALUE {'id': 'ada'}`),
    'DuplicateItemException',
  );
});

check('pages through a statement', async () => {
  const found = [];
  const Statement = 'SELECT id FROM Accounts';
  for await (const page of pages({ Statement, Limit: 1 })) found.push(...page.Items);
  assert.deepEqual(found.map(({ id }) => id.S).sort(), ['ada', 'bob']);
});

async function* pages(input) {
  let NextToken;
  do {
    const page = await send('ExecuteStatement', { ...input, NextToken });
    yield page;
    ({ NextToken } = page);
  } while (NextToken);
}

check('executes statements in batches and transactions', async () => {
  const { Responses } = await send('BatchExecuteStatement', {
    Statements: ['ada', 'nobody'].map((id) => ({
      Statement: 'SELECT balance FROM Accounts WHERE id = ?',
      Parameters: [{ S: id }],
    })),
  });
  assert.deepEqual(
    Responses.map(({ Item }) => Item?.balance.N),
    ['8', undefined],
  );
  const error = await failure(
    send('ExecuteTransaction', {
      TransactStatements: [
        { Statement: `DELETE FROM Accounts WHERE id = 'bob'` },
        { Statement: `INSERT INTO Accounts VALUE {'id': 'ada'}` },
      ],
    }),
    'TransactionCanceledException',
  );
  assert.deepEqual(
    error.CancellationReasons.map(({ Code }) => Code),
    ['None', 'DuplicateItem'],
  );
  assert.equal(await balance('bob'), '8');
});

check('reads all changes from the stream in order', async () => {
  const { Streams } = await read('ListStreams', { TableName });
  const { StreamArn } = Streams[0];
  const { StreamDescription } = await read('DescribeStream', { StreamArn });
  const changes = [];
  for (const { ShardId } of StreamDescription.Shards) {
    let { ShardIterator } = await read('GetShardIterator', {
      StreamArn,
      ShardId,
      ShardIteratorType: 'TRIM_HORIZON',
    });
    for (let more = true; more; ) {
      const { Records, NextShardIterator } = await read('GetRecords', { ShardIterator });
      changes.push(...Records);
      ShardIterator = NextShardIterator;
      more = Records.length > 0 && ShardIterator !== undefined;
    }
  }
  const ofAda = changes.filter(({ dynamodb }) => dynamodb.Keys.id.S === 'ada');
  assert.deepEqual(
    ofAda.map(({ eventName, dynamodb }) => [eventName, dynamodb.NewImage.balance.N]),
    [
      ['INSERT', '10'],
      ['MODIFY', '7'],
      ['MODIFY', '8'],
    ],
  );
  assert.equal(changes.at(-1).eventName, 'REMOVE');
  assert.deepEqual(changes.at(-1).dynamodb.OldImage, { ...key('eve'), balance: { N: '2' } });
});

check('deletes the table and waits until it is gone', async () => {
  await send('DeleteTable', { TableName });
  await sdk.waitUntilTableNotExists({ client, maxWaitTime: 30 }, { TableName });
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
