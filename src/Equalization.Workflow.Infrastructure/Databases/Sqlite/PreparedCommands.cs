using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite;

/// <summary>The commands one connection keeps prepared: of the texts it ran, the <see cref="Room"/> used last. A text that runs twice at the same time
/// has two commands, of which one is kept; a command that failed is not.</summary>
internal sealed class PreparedCommands
{
    private const int Room = 200;

    private readonly Dictionary<string, LinkedListNode<Kept>> byText = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> byUse = [];
    private bool isOver;

    /// <summary>The kept command with the asked one's text, or a new one, with its parameters and transaction. Its user's Dispose puts it back here.</summary>
    public DbCommand For(SqliteCommand asked)
    {
        Kept command;
        if (byText.Remove(asked.CommandText, out var node))
        {
            byUse.Remove(node);
            command = node.Value;
        }
        else
        {
            command = new(this, asked.CommandText, asked.Connection!);
        }

        command.Lend(asked);
        asked.Dispose();
        return command;
    }

    /// <summary>Says that a command failed and is to be ended by its user's Dispose.</summary>
    public static void Spoil(DbCommand command)
    {
        if (command is Kept kept)
        {
            kept.IsOver = true;
        }
    }

    /// <summary>Ends what is kept, before the connection closes; what is lent is ended when it comes back.</summary>
    public void Clear()
    {
        isOver = true;
        while (byUse.First is { } oldest)
        {
            End(oldest);
        }
    }

    private bool Keep(Kept command)
    {
        var node = new LinkedListNode<Kept>(command);
        if (isOver || !byText.TryAdd(command.CommandText, node))
        {
            return false;
        }

        byUse.AddLast(node);
        if (byUse.Count > Room)
        {
            End(byUse.First!);
        }

        return true;
    }

    private void End(LinkedListNode<Kept> node)
    {
        byText.Remove(node.Value.CommandText);
        byUse.Remove(node);
        node.Value.IsOver = true;
        node.Value.Dispose();
    }

    private sealed class Kept(PreparedCommands home, string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        private bool isLent;

        public bool IsOver { get; set; }

        public void Lend(SqliteCommand asked)
        {
            isLent = true;
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            foreach (SqliteParameter parameter in asked.Parameters)
            {
                Parameters.Add(parameter);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && isLent && !IsOver && DataReader is null)
            {
                isLent = false;
                Parameters.Clear();
                Transaction = null;
                if (home.Keep(this))
                {
                    return;
                }
            }

            // Also when the connection closes, which takes its commands along.
            IsOver = true;
            base.Dispose(disposing);
        }
    }
}
