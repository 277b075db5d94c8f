// Makes a table, puts three users, scans them back with exact numbers and drops the table.
package main

import (
	"context"
	"fmt"
	"log"
	"reflect"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	// The address comes from AWS_ENDPOINT_URL_DYNAMODB. In code it is said with
	// dynamodb.NewFromConfig(settings, func(o *dynamodb.Options) { o.BaseEndpoint = &address })
	settings, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	client := dynamodb.NewFromConfig(settings)

	table := aws.String("usertable")
	_, err = client.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: table,
		AttributeDefinitions: []types.AttributeDefinition{
			{AttributeName: aws.String("userid"), AttributeType: types.ScalarAttributeTypeS},
		},
		KeySchema: []types.KeySchemaElement{
			{AttributeName: aws.String("userid"), KeyType: types.KeyTypeHash},
		},
		BillingMode: types.BillingModePayPerRequest,
	})
	if err != nil {
		return err
	}
	described := &dynamodb.DescribeTableInput{TableName: table}
	if err := dynamodb.NewTableExistsWaiter(client).Wait(ctx, described, 30*time.Second); err != nil {
		return err
	}

	balances := map[string]string{
		"ada": "12345678901234567890.123456789",
		"bob": "0.1",
		"eve": "-99999999999999999999999999999999999999",
	}
	for userid, balance := range balances {
		_, err := client.PutItem(ctx, &dynamodb.PutItemInput{
			TableName: table,
			Item: map[string]types.AttributeValue{
				"userid":  &types.AttributeValueMemberS{Value: userid},
				"balance": &types.AttributeValueMemberN{Value: balance},
			},
		})
		if err != nil {
			return err
		}
	}
	answer, err := client.Scan(ctx, &dynamodb.ScanInput{TableName: table})
	if err != nil {
		return err
	}
	found := map[string]string{}
	for _, item := range answer.Items {
		userid := item["userid"].(*types.AttributeValueMemberS).Value
		found[userid] = item["balance"].(*types.AttributeValueMemberN).Value
	}
	if !reflect.DeepEqual(found, balances) {
		return fmt.Errorf("expected %v but found %v", balances, found)
	}
	fmt.Println(found)

	if _, err := client.DeleteTable(ctx, &dynamodb.DeleteTableInput{TableName: table}); err != nil {
		return err
	}
	return dynamodb.NewTableNotExistsWaiter(client).Wait(ctx, described, 30*time.Second)
}
