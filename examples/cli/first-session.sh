#!/usr/bin/env bash
set -euo pipefail

aws dynamodb create-table --table-name usertable --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=userid,AttributeType=S \
  --key-schema AttributeName=userid,KeyType=HASH
aws dynamodb wait table-exists --table-name usertable

put() {
  aws dynamodb put-item --table-name usertable \
    --item "{\"userid\": {\"S\": \"$1\"}, \"balance\": {\"N\": \"$2\"}}"
}
put ada 12345678901234567890.123456789
put bob 0.1
put eve -99999999999999999999999999999999999999
found=$(aws dynamodb scan --table-name usertable --output text \
  --query 'sort_by(Items, &userid.S)[].[userid.S, balance.N]')
echo "$found"
[ "$found" = "$(printf '%s\t%s\n' \
  ada 12345678901234567890.123456789 \
  bob 0.1 \
  eve -99999999999999999999999999999999999999)" ]

aws dynamodb delete-table --table-name usertable
aws dynamodb wait table-not-exists --table-name usertable
