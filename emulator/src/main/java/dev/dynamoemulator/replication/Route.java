package dev.dynamoemulator.replication;

import dev.dynamoemulator.table.Table;
import java.util.List;

/**
 * Where the writes of one table go.
 *
 * @param links to the tables that repeat them later; none with strong consistency
 * @param mirrors the tables that are written with it; none with eventual consistency
 */
record Route(GlobalTable globalTable, String region, List<Link> links, List<Table> mirrors) {}
