/**
 * The HTTP server: Javalin on Jetty. May use protocol and admin; no other package knows Javalin.
 */
package dev.dynamoemulator.http;
