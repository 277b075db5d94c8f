import assert from 'node:assert/strict';
import {
  DynamoDBClient,
  CreateTableCommand,
  PutItemCommand,
  ScanCommand,
  DeleteTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});
const TableName = 'usertable';
const balances = {
  ada: '12345678901234567890.123456789',
  bob: '0.1',
  eve: '-99999999999999999999999999999999999999',
};

await client.send(
  new CreateTableCommand({
    TableName,
    AttributeDefinitions: [{ AttributeName: 'userid', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'userid', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  }),
);
await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName });

for (const [userid, balance] of Object.entries(balances)) {
  const Item = { userid: { S: userid }, balance: { N: balance } };
  await client.send(new PutItemCommand({ TableName, Item }));
}
const { Items } = await client.send(new ScanCommand({ TableName }));
const found = Object.fromEntries(Items.map((item) => [item.userid.S, item.balance.N]));
assert.deepEqual(found, balances);
console.log(found);

await client.send(new DeleteTableCommand({ TableName }));
await waitUntilTableNotExists({ client, maxWaitTime: 30 }, { TableName });
