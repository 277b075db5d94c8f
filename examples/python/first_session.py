from decimal import Decimal

import boto3

balances = {
    "ada": Decimal("12345678901234567890.123456789"),
    "bob": Decimal("0.1"),
    "eve": Decimal("-99999999999999999999999999999999999999"),
}

table = boto3.resource("dynamodb").create_table(
    TableName="usertable",
    AttributeDefinitions=[{"AttributeName": "userid", "AttributeType": "S"}],
    KeySchema=[{"AttributeName": "userid", "KeyType": "HASH"}],
    BillingMode="PAY_PER_REQUEST",
)
table.wait_until_exists()

for userid, balance in balances.items():
    table.put_item(Item={"userid": userid, "balance": balance})
found = {item["userid"]: item["balance"] for item in table.scan()["Items"]}
assert found == balances, found
print(found)

table.delete()
table.wait_until_not_exists()
