using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>A connection to no server: opens, begins and commits without a word, with the parameters of the real client. Executing anything is an error.</summary>
public sealed class SilentConnection : DbConnection
{
    private ConnectionState state;

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=silent;Database=silent";

    public override string Database => "silent";

    public override string DataSource => "silent";

    public override string ServerVersion => "16.0";

    public override ConnectionState State => state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new Command { Connection = this };

    private sealed class Transaction(SilentConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Command : DbCommand
    {
        private readonly SqlCommand parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        // EF sets savepoints past its interceptors.
        public override int ExecuteNonQuery() => CommandText.StartsWith("SAVE TRANSACTION", StringComparison.Ordinal) ? 0 : throw Refused();

        public override object ExecuteScalar() => throw Refused();

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw Refused();

        private InvalidOperationException Refused() => new("A command slipped past the interceptor:\n" + CommandText);
    }
}
