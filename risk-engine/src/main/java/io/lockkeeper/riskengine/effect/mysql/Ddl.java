package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Optional;

/** A server's own choice for each action of an ALTER TABLE. */
interface Ddl {
    Altered table();

    /** Copied, under the lock that the server takes for that. */
    Online copied();

    Online addColumn(TableOperation.AddColumn add);

    Online dropColumn(TableOperation.DropColumn drop);

    Online changeColumn(MysqlOperation.ChangeColumn change);

    Online renameColumn(TableOperation.RenameColumn rename);

    Online setDefault();

    Online showColumn();

    Online addIndex(IndexOperation.CreateIndex create);

    /** One that sorts the rows goes only with them, unless a primary key comes in its place. */
    default Online dropIndex(String index) {
        boolean sorts = table().indexNamed(index).map(table()::sortsBy).orElse(false);
        if (!table().isInnodb() || (sorts && table().newPrimaryKey().isEmpty())) {
            return copied();
        }
        return sorts ? rebuildAlone() : Online.METADATA;
    }

    Online renameIndex();

    Online showIndex();

    /** With a new one in the same ALTER it is a rebuild, or nothing at all when that has the same columns. */
    default Online dropPrimaryKey() {
        Optional<List<String>> next = table().newPrimaryKey();
        if (next.isEmpty()) {
            return copied();
        }
        return table().primaryKeyIs(next.get()) ? Online.INSTANT : rebuildAlone();
    }

    Online addConstraint(ConstraintDefinition constraint);

    Online dropConstraint(String constraint);

    Online dropForeignKey();

    Online enforceCheck(boolean enforced);

    Online setOption(MysqlOperation.SetOption option);

    /** The default for columns to come. */
    Online setCharset();

    Online convertCharset(MysqlOperation.ConvertCharset convert);

    /** FORCE, ENGINE as it is, OPTIMIZE. */
    Online rebuildAlone();

    Online renameTable();

    Online partitions(MysqlOperation.ChangePartitions change);

    Online versioning(boolean drops);

    /** ENABLE and DISABLE KEYS. */
    Online switchKeys();

    /** What the ALGORITHM and LOCK of the statement ask for. */
    Online demanded(MysqlOperation.DemandAlgorithm demand);

    /** What the session's settings make of an action's own best way. */
    Online permitted(Online best);
}
