using Equalization.Workflow.Core.Units;
using Microsoft.AspNetCore.Authorization;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// The outer fence: which roles may knock at a page. What they may do there is asked of the loaded object by the service. Every endpoint
/// names one of these, or <see cref="Anyone"/>.
/// </summary>
public static class Policies
{
    /// <summary>Open without sign-in: the sign-in page itself, error pages, static files.</summary>
    public const string Anyone = nameof(Anyone);

    /// <summary>The pages of the account itself, for whoever is signed in, even with no post left or a password to change first.</summary>
    public const string Account = nameof(Account);

    public const string SignedIn = nameof(SignedIn);
    public const string Office = nameof(Office);

    /// <summary>Contact or head of a unit.</summary>
    public const string UnitWork = nameof(UnitWork);
    public const string UnitHead = nameof(UnitHead);
    public const string Leader = nameof(Leader);

    /// <summary>Everybody who sees the ledger, in whole or in part: all but the administrator.</summary>
    public const string Ledger = nameof(Ledger);

    /// <summary>Reads the whole jurisdiction: office, leader, auditor.</summary>
    public const string Overview = nameof(Overview);
    public const string Audit = nameof(Audit);
    public const string Admin = nameof(Admin);

    /// <summary>All processes of the jurisdiction: whoever reads everything, and the administrator, who puts them right.</summary>
    public const string Processes = nameof(Processes);

    /// <summary>Units and people: administrator and office.</summary>
    public const string UnitList = nameof(UnitList);

    /// <summary>Outgoing mail: administrator and office.</summary>
    public const string Mail = nameof(Mail);

    /// <summary>Reads the rules: administrator, office, auditor.</summary>
    public const string Rules = nameof(Rules);

    /// <summary>Signs official papers: office and leaders.</summary>
    public const string Signers = nameof(Signers);

    public static IReadOnlyDictionary<string, Role[]> Roles { get; } = new Dictionary<string, Role[]>
    {
        [SignedIn] = [Role.Office, Role.Contact, Role.UnitHead, Role.Leader, Role.Auditor, Role.Admin],
        [Office] = [Role.Office],
        [UnitWork] = [Role.Contact, Role.UnitHead],
        [UnitHead] = [Role.UnitHead],
        [Leader] = [Role.Leader],
        [Ledger] = [Role.Office, Role.Contact, Role.UnitHead, Role.Leader, Role.Auditor],
        [Overview] = [Role.Office, Role.Leader, Role.Auditor],
        [Audit] = [Role.Auditor, Role.Office],
        [Admin] = [Role.Admin],
        [Processes] = [Role.Office, Role.Leader, Role.Auditor, Role.Admin],
        [UnitList] = [Role.Admin, Role.Office],
        [Mail] = [Role.Admin, Role.Office],
        [Signers] = [Role.Office, Role.Leader],
        [Rules] = [Role.Admin, Role.Office, Role.Auditor],
    };

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (name, roles) in Roles)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new OneOfRoles(roles)));
        }

        options.AddPolicy(Account, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Anyone, policy => policy.RequireAssertion(_ => true));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}

/// <summary>The acting post must have one of the roles.</summary>
public sealed class OneOfRoles(Role[] roles) : IAuthorizationRequirement
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>Asks the acting post of this request; an account without a post that holds today passes nothing.</summary>
public sealed class OneOfRolesHandler(IHttpContextAccessor http) : AuthorizationHandler<OneOfRoles>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OneOfRoles requirement)
    {
        var acting = http.HttpContext?.RequestServices.GetRequiredService<Acting>();
        if (acting is { IsSignedIn: true } && requirement.Roles.Contains(acting.Actor.Role))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
