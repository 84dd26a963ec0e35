-- Makes the database of Equalization.Workflow on SQL Server 2019 or later.
-- Set the name below, run it once as an administrator, then run schema.sql in the new database.
-- It may run twice: a database that exists keeps its rows; only the two options are set again.
--
-- Collation: Chinese_PRC_CI_AS. Names are compared without case, and the product's own sort keys give the order of Chinese names.
-- READ_COMMITTED_SNAPSHOT: readers see the last committed state and never wait for a writer. Without it a long list and a
-- sign-for can block each other.

IF DB_ID(N'EqualizationWorkflow') IS NULL
    CREATE DATABASE [EqualizationWorkflow] COLLATE Chinese_PRC_CI_AS;
GO

ALTER DATABASE [EqualizationWorkflow] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

ALTER DATABASE [EqualizationWorkflow] SET ALLOW_SNAPSHOT_ISOLATION ON;
GO
