/**
 * Where exported files go and imported ones come from: folders, or a real S3 API. Uses nothing of
 * the others.
 */
package dev.dynamoemulator.transfer.bucket;
