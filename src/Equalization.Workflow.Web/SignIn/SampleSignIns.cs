using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Infrastructure.Accounts;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// The sample sign-ins and their one password. The password is made for each database and lies in the data folder, not in the program: a
/// sample database carried elsewhere opens with nothing that is printed anywhere.
/// </summary>
public sealed class SampleSignIns(Settings settings, SampleGate gate, SampleAccounts accounts)
{
    private readonly string file = Path.Combine(settings.Files.DataFolder, "sample-password.txt");
    private readonly Lock making = new();

    /// <summary>Made when first asked for.</summary>
    public string Password
    {
        get
        {
            lock (making)
            {
                if (!File.Exists(file))
                {
                    File.WriteAllText(file, AccountService.NewPassword());
                }

                return File.ReadAllText(file).Trim();
            }
        }
    }

    /// <summary>Opens a sample sign-in inside the transaction that lays the sample city down. No first change of password is asked.</summary>
    public Task Add(WorkflowDb db, Guid personId, string userName, CancellationToken ct) => accounts.Add(db, personId, userName, Password, ct);

    /// <summary>The sample sign-ins by role; none where the gate is shut or no sample was loaded.</summary>
    public async Task<IReadOnlyList<SampleSignIn>> List(CancellationToken ct) =>
        gate.MaySignIn(IPAddress.Loopback) && File.Exists(file) ? await accounts.List(ct) : [];
}
