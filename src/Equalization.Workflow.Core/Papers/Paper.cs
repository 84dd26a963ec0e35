using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Papers;

/// <summary>Issued: signed and served. Settled: its matter has ended; the paper stays in the file.</summary>
public enum PaperState
{
    Issued,
    Settled,
}

/// <summary>
/// An official paper that went out: its values, the SHA-256 of its file, who signed it and on whom it was served. It is never changed; what comes
/// later hangs beside it. With a CaseId only the people on that case's list read it, and every reading is logged.
/// </summary>
[KeptToCase(When = nameof(CaseId))]
public sealed class Paper
{
    private readonly List<Signature> signatures = [];
    private readonly List<PaperReceipt> receipts = [];

    private Paper()
    {
    }

    internal Paper(Guid jurisdictionId, PaperOrder order, PaperDocument document, string sha256, long length, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Kind = document.Kind;
        Number = document.Number;
        Title = document.Title;
        SubjectKind = order.SubjectKind;
        SubjectId = order.SubjectId;
        TaskId = order.TaskId;
        CaseId = order.CaseId;
        Model = PaperJson.Write(document);
        Sha256 = sha256;
        Length = length;
        IssuedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public PaperKind Kind { get; private set; }

    /// <summary>As written on it, such as 督〔2026〕3号; null for a kind without a series of numbers.</summary>
    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What it is about, by kind and id: EscalationStep, Bulletin, Interview …</summary>
    public string SubjectKind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    /// <summary>The task whose page shows it; null for a paper about several.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The case whose list says who may read it; null: whoever sees the ledger, and the units it was served on.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>A <see cref="PaperDocument"/> as <see cref="PaperJson"/> writes it.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Of the .docx bytes, 64 lower-case hex digits: what was signed, and the file's name in the store.</summary>
    public string Sha256 { get; private set; } = "";

    public long Length { get; private set; }

    public PaperState State { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public string? SettledBecause { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Signature> Signatures => signatures;

    public IReadOnlyList<PaperReceipt> Receipts => receipts;

    public PaperDocument Document => PaperJson.Read(Model);

    /// <summary>The name under which it is downloaded: 督〔2026〕3号 督办通知单.docx.</summary>
    public string FileName => string.Join(' ', new[] { Number, Title }.OfType<string>()) + ".docx";

    /// <summary>Sets a person's hand under these very bytes. Refuses a second signature of one person (signed-already).</summary>
    public void Sign(ConfirmedSigner signer, DateTime now)
    {
        if (signatures.Exists(s => s.PersonId == signer.Actor.PersonId))
        {
            throw new RuleBroken("signed-already", "您已签署过这份文书，不需要再次签署。请刷新后查看。");
        }

        signatures.Add(new Signature(this, signer.Actor, now));
    }

    /// <summary>Marks that the matter has ended. Once settled it stays so.</summary>
    public void Settle(string because, DateTime now)
    {
        if (State == PaperState.Issued)
        {
            (State, SettledAt, SettledBecause) = (PaperState.Settled, now, because);
        }
    }

    internal void ServeOn(Guid unitId, DateTime now) => receipts.Add(new PaperReceipt(this, unitId, now));
}

/// <summary>A person's hand under a paper: who, in which post and unit, when, and the SHA-256 of the bytes signed.</summary>
public sealed class Signature
{
    private Signature()
    {
    }

    internal Signature(Paper paper, Actor actor, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = paper.JurisdictionId;
        PaperId = paper.Id;
        PersonId = actor.PersonId;
        PersonName = actor.PersonName;
        Post = actor.Post;
        UnitId = actor.UnitId;
        UnitName = actor.UnitName;
        At = now;
        Sha256 = paper.Sha256;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PaperId { get; private set; }

    public Guid PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public string Post { get; private set; } = "";

    public Guid UnitId { get; private set; }

    public string UnitName { get; private set; } = "";

    public DateTime At { get; private set; }

    public string Sha256 { get; private set; } = "";
}

/// <summary>That a paper was served on a unit, and when the unit signed for it: that instant is its legal receipt.</summary>
public sealed class PaperReceipt
{
    private PaperReceipt()
    {
    }

    internal PaperReceipt(Paper paper, Guid unitId, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = paper.JurisdictionId;
        PaperId = paper.Id;
        UnitId = unitId;
        ServedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PaperId { get; private set; }

    public Guid UnitId { get; private set; }

    public DateTime ServedAt { get; private set; }

    public DateTime? SignedForAt { get; private set; }

    public string? SignedForBy { get; private set; }

    public int Version { get; private set; }

    /// <summary>Books the receipt once; a later call changes nothing and answers false.</summary>
    public bool SignFor(string by, DateTime now)
    {
        if (SignedForAt is not null)
        {
            return false;
        }

        (SignedForAt, SignedForBy) = (now, by);
        return true;
    }
}
