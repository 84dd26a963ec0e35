using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equalization.Workflow.Core.AnnualTasks.Notes;

/// <summary>The office's own remark on a task (台账备注): a working note beside the ledger, which changes nothing of what was issued. One a task; an empty one is none.</summary>
public sealed class TaskNote
{
    public const int LongestText = 500;

    private TaskNote()
    {
    }

    public TaskNote(Guid jurisdictionId, Guid taskId)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        TaskId = taskId;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses more than 500 characters (note-length).</summary>
    public static void MustHold(string text)
    {
        if (text.Length > LongestText)
        {
            throw new RuleBroken("note-length", "备注有 {0} 个字，最多 {1} 个字。请缩短后再保存。", text.Length, LongestText) { Field = nameof(Text) };
        }
    }

    public void Write(string text, string by, DateTime at)
    {
        MustHold(text);
        (Text, By, At) = (text, by, at);
    }
}

/// <summary>Table of the office's remarks.</summary>
public sealed class TaskNoteMap : IEntityTypeConfiguration<TaskNote>
{
    public void Configure(EntityTypeBuilder<TaskNote> b)
    {
        b.Property(n => n.Text).HasMaxLength(TaskNote.LongestText);
        b.Property(n => n.By).HasMaxLength(300);
        b.HasOne<AnnualTask>().WithMany().HasForeignKey(n => n.TaskId);
        b.HasIndex(n => n.TaskId).IsUnique();
    }
}
