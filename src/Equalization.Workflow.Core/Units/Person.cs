namespace Equalization.Workflow.Core.Units;

/// <summary>A natural person. What a person may do hangs on memberships, never on the person.</summary>
public sealed class Person
{
    private Person()
    {
    }

    public Person(string name, string? email = null, string? mobile = null)
    {
        Id = Guid.CreateVersion7();
        Name = name.Trim();
        SortKey = SortKeys.Of(Name);
        Email = email;
        Mobile = mobile;
    }

    /// <summary>A person whose id was fixed before: the rows of an import refer to it.</summary>
    public static Person Of(Guid id, string name) => new(name) { Id = id };

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Mobile { get; private set; }

    /// <summary>The person's own choice: the day's digest also comes by mail. Notices that must be served go out whatever it says.</summary>
    public bool DigestByMail { get; private set; } = true;

    /// <summary>The user name an import gave, under which the sign-in is opened; null where none was given. The sign-in itself keeps its own.</summary>
    public string? SignInName { get; private set; }

    public int Version { get; private set; }

    public void Reach(string? email, string? mobile)
    {
        Email = email;
        Mobile = mobile;
    }

    public void SignInAs(string? userName) => SignInName = userName;

    public void ChooseDigest(bool byMail) => DigestByMail = byMail;
}
