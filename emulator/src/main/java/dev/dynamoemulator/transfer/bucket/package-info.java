/**
 * Where exported files go and imported ones come from: folders, or a real S3 API. Uses nothing of
 * the others but what signs requests, of the fixtures.
 */
package dev.dynamoemulator.transfer.bucket;
