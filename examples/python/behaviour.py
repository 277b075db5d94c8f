"""Checks an endpoint with the sample tables, one line per check; fails if one of them does."""

import base64
import json
import sys
import traceback
from decimal import Context, Decimal
from pathlib import Path

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

SAMPLES = ["AllTypes", "Attachments", "Movies", "Music", "Orders", "Readings", "Thread"]
FOLDER = Path(__file__).parents[2] / "fixtures" / "tables"

client = boto3.client("dynamodb")
resource = boto3.resource("dynamodb")
checks = []


def check(run):
    checks.append((run.__name__.replace("_", " "), run))


def request(name):
    return json.loads((FOLDER / name / "table.json").read_text("utf-8"))


def items(name):
    lines = json.loads((FOLDER / name / "items.json").read_text("utf-8"))
    return [{attribute: decoded(value) for attribute, value in item.items()} for item in lines]


def decoded(value):
    """What the client gives for an attribute value in JSON: bytes for base64."""
    ((kind, member),) = value.items()
    if kind == "B":
        return {kind: base64.b64decode(member)}
    if kind == "BS":
        return {kind: [base64.b64decode(one) for one in member]}
    if kind == "L":
        return {kind: [decoded(one) for one in member]}
    if kind == "M":
        return {kind: {name: decoded(one) for name, one in member.items()}}
    return value


def canonical(value):
    """One spelling per value: numbers without exponent or padding, sets in order."""
    ((kind, member),) = value.items()
    if kind == "N":
        return {kind: Decimal(member).normalize(Context(prec=150))}
    if kind == "NS":
        return {kind: sorted(Decimal(one).normalize(Context(prec=150)) for one in member)}
    if kind in ("SS", "BS"):
        return {kind: sorted(member)}
    if kind == "L":
        return {kind: [canonical(one) for one in member]}
    if kind == "M":
        return {kind: canonical_item(member)}
    return value


def canonical_item(item):
    return {name: canonical(item[name]) for name in sorted(item)}


def same(found, expected):
    assert sorted(repr(canonical_item(item)) for item in found) == sorted(
        repr(canonical_item(item)) for item in expected
    )


def key_names(schema):
    return [element["AttributeName"] for element in schema]


def pages(operation, **parameters):
    for page in client.get_paginator(operation).paginate(**parameters):
        yield from page["Items"]


def fails(code, message, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        assert (error.response["Error"]["Code"], error.response["Error"]["Message"]) == (
            code,
            message,
        ), error
        return error.response
    raise AssertionError(f"expected {code}")


@check
def creates_the_sample_tables_and_waits_until_they_are_there():
    for name in SAMPLES:
        client.create_table(**request(name))
        client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
        assert client.describe_table(TableName=name)["Table"]["TableStatus"] == "ACTIVE"


@check
def writes_the_items_in_batches():
    for name in SAMPLES:
        puts = [{"PutRequest": {"Item": item}} for item in items(name)]
        for first in range(0, len(puts), 25):
            batch = {name: puts[first : first + 25]}
            assert client.batch_write_item(RequestItems=batch)["UnprocessedItems"] == {}


@check
def scans_the_same_items_back_page_by_page():
    for name in SAMPLES:
        for size in (1000, 7):
            same(pages("scan", TableName=name, PaginationConfig={"PageSize": size}), items(name))


@check
def gets_each_item_by_its_key():
    for name in SAMPLES:
        keys = key_names(request(name)["KeySchema"])
        for item in items(name):
            key = {attribute: item[attribute] for attribute in keys}
            same([client.get_item(TableName=name, Key=key, ConsistentRead=True)["Item"]], [item])


@check
def holds_in_each_index_the_items_that_have_its_keys():
    for name in SAMPLES:
        table = request(name)
        for index in table.get("LocalSecondaryIndexes", []) + table.get(
            "GlobalSecondaryIndexes", []
        ):
            keys = key_names(index["KeySchema"] + table["KeySchema"])
            projection = index["Projection"]
            names = keys + projection.get("NonKeyAttributes", [])
            everything = projection["ProjectionType"] == "ALL"
            expected = [
                {
                    attribute: item[attribute]
                    for attribute in item
                    if everything or attribute in names
                }
                for item in items(name)
                if all(key in item for key in keys)
            ]
            index_name = index["IndexName"]
            same(
                pages(
                    "scan", TableName=name, IndexName=index_name, PaginationConfig={"PageSize": 5}
                ),
                expected,
            )


@check
def queries_a_partition_in_the_order_of_its_sort_key():
    readings = resource.Table("Readings")
    condition = Key("StationId").eq(-5) & Key("MeasuredAt").between(Decimal("-2"), Decimal("0.01"))
    forward = readings.query(KeyConditionExpression=condition)["Items"]
    backward = readings.query(KeyConditionExpression=condition, ScanIndexForward=False)["Items"]
    assert [item["Celsius"] for item in forward] == [1, 2, 3, 4, 5]
    assert backward == forward[::-1]


@check
def filters_and_projects_nested_attributes():
    answer = resource.Table("Movies").scan(
        FilterExpression=Attr("info.genres").contains("Sci-Fi")
        & Attr("info.running_time_secs").gt(9500),
        ProjectionExpression="#y, title, info.directors[0]",
        ExpressionAttributeNames={"#y": "year"},
    )
    assert (answer["Count"], answer["ScannedCount"]) == (2, 60)
    tarkovsky = {"directors": ["Andrei Tarkovsky"]}
    assert sorted(answer["Items"], key=lambda item: item["year"]) == [
        {"year": 1972, "title": "Solaris", "info": tarkovsky},
        {"year": 1979, "title": "Stalker", "info": tarkovsky},
    ]


@check
def refuses_a_write_whose_condition_is_false_and_returns_the_item():
    table = resource.Table("AllTypes")
    table.put_item(Item={"pk": "python", "version": 1})
    answer = fails(
        "ConditionalCheckFailedException",
        "The conditional request failed",
        table.put_item,
        Item={"pk": "python"},
        ConditionExpression=Attr("pk").not_exists(),
        ReturnValuesOnConditionCheckFailure="ALL_OLD",
    )
    assert answer["Item"] == {"pk": {"S": "python"}, "version": {"N": "1"}}


@check
def updates_what_an_expression_names_and_returns_it():
    answer = resource.Table("AllTypes").update_item(
        Key={"pk": "python"},
        UpdateExpression="SET #l = list_append(if_not_exists(#l, :none), :one), "
        "version = version + :step ADD tags :tags REMOVE gone",
        ExpressionAttributeNames={"#l": "log"},
        ExpressionAttributeValues={
            ":none": [],
            ":one": ["a"],
            ":step": Decimal("0.5"),
            ":tags": {"x"},
        },
        ReturnValues="UPDATED_NEW",
    )
    assert answer["Attributes"] == {"log": ["a"], "version": Decimal("1.5"), "tags": {"x"}}


@check
def returns_the_old_item_of_a_delete_and_nothing_of_a_missing_one():
    table = resource.Table("AllTypes")
    assert table.delete_item(Key={"pk": "python"}, ReturnValues="ALL_OLD")["Attributes"][
        "version"
    ] == Decimal("1.5")
    assert "Attributes" not in table.delete_item(Key={"pk": "python"}, ReturnValues="ALL_OLD")
    assert "Item" not in table.get_item(Key={"pk": "python"})


@check
def gets_a_batch_without_the_missing_items():
    answer = resource.batch_get_item(
        RequestItems={
            "AllTypes": {"Keys": [{"pk": "null"}, {"pk": "nothing"}, {"pk": "true"}]},
            "Thread": {
                "Keys": [{"ForumName": "Gardening", "Subject": "Schnecken!"}],
                "ProjectionExpression": "Subject",
            },
        }
    )
    found = {item["pk"]: item["value"] for item in answer["Responses"]["AllTypes"]}
    assert found == {"null": None, "true": True}
    assert answer["Responses"]["Thread"] == [{"Subject": "Schnecken!"}]
    assert answer["UnprocessedKeys"] == {}


@check
def counts_consumed_capacity():
    read = {"Key": {"pk": "four-kilobytes"}, "ReturnConsumedCapacity": "TOTAL"}
    table = resource.Table("AllTypes")
    assert table.get_item(**read)["ConsumedCapacity"]["CapacityUnits"] == 1
    assert table.get_item(**read, ConsistentRead=True)["ConsumedCapacity"]["CapacityUnits"] == 2


@check
def answers_faults_with_the_code_and_text_of_the_service():
    fails(
        "ResourceNotFoundException",
        "Requested resource not found",
        resource.Table("Nothing").get_item,
        Key={"pk": "a"},
    )
    fails(
        "ValidationException",
        "The provided key element does not match the schema",
        resource.Table("AllTypes").get_item,
        Key={"id": "a"},
    )
    fails(
        "ResourceInUseException",
        "Table already exists: AllTypes",
        client.create_table,
        **request("AllTypes"),
    )


@check
def lists_the_tables_in_order():
    names = [
        name
        for page in client.get_paginator("list_tables").paginate(Limit=2)
        for name in page["TableNames"]
    ]
    assert [name for name in names if name in SAMPLES] == SAMPLES


@check
def deletes_the_tables_and_waits_until_they_are_gone():
    for name in SAMPLES:
        client.delete_table(TableName=name)
        client.get_waiter("table_not_exists").wait(TableName=name, WaiterConfig={"Delay": 1})


failures = 0
for title, run in checks:
    try:
        run()
        print(f"ok    {title}")
    except Exception:
        failures += 1
        print(f"FAIL  {title}\n{traceback.format_exc()}")
print(f"{len(checks) - failures} of {len(checks)} checks passed")
sys.exit(1 if failures else 0)
