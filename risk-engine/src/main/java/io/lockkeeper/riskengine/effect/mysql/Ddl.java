package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.TableOperation;

/** A server's own choice for each action of an ALTER TABLE. */
interface Ddl {
    Online addColumn(TableOperation.AddColumn add);

    Online dropColumn(TableOperation.DropColumn drop);

    Online changeColumn(MysqlOperation.ChangeColumn change);

    Online renameColumn(TableOperation.RenameColumn rename);

    Online setDefault();

    Online showColumn();

    Online addIndex(IndexOperation.CreateIndex create);

    Online dropIndex(String index);

    Online renameIndex();

    Online showIndex();

    Online dropPrimaryKey();

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
