package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Algorithm;
import java.util.function.Function;

/**
 * What the other actions of the same ALTER TABLE mean for one of them: a column is added or dropped instantly only where
 * nothing else needs the storage engine; else the table is rebuilt for it.
 */
final class Beside {
    private Beside() {}

    /** Another action goes in place, so that none is instant. */
    static boolean inplace(Altered table, Function<Altered, Ddl> server) {
        return table.siblings().stream()
                .anyMatch(action ->
                        alone(server.apply(table.alone(action)), action).algorithm() != Algorithm.INSTANT);
    }

    private static Online alone(Ddl ddl, Operation action) {
        return switch (action) {
            case IndexOperation.CreateIndex create -> ddl.addIndex(create);
            case TableOperation.AddConstraint add -> ddl.addConstraint(add.definition());
            case TableOperation.DropConstraint drop -> ddl.dropConstraint(drop.constraint());
            case MysqlOperation.ChangeColumn change -> ddl.changeColumn(change);
            case MysqlOperation.DropKey drop -> ddl.dropIndex(drop.index());
            case MysqlOperation.RenameKey ignored -> ddl.renameIndex();
            case MysqlOperation.ShowKey ignored -> ddl.showIndex();
            case MysqlOperation.DropPrimaryKey ignored -> ddl.dropPrimaryKey();
            case MysqlOperation.DropForeignKey ignored -> ddl.dropForeignKey();
            case MysqlOperation.SetOption option -> ddl.setOption(option);
            case MysqlOperation.SetCharset ignored -> ddl.setCharset();
            case MysqlOperation.ConvertCharset convert -> ddl.convertCharset(convert);
            case MysqlOperation.Rebuild ignored -> ddl.rebuildAlone();
            case MysqlOperation.DemandAlgorithm demand -> ddl.demanded(demand);
            default -> Online.INSTANT;
        };
    }
}
