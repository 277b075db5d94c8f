/** HTTP clients for the AWS SDK that call the dispatcher without a socket. May use protocol. */
package dev.dynamoemulator.inprocess;
