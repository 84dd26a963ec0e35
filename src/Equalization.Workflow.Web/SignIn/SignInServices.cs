using System.Threading.RateLimiting;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// Sign-in: Identity's user-only store on our database, its cookie, lockout and security stamp, and a limit on attempts. All of them count
/// on the product's clock, except the life of the data-protection keys, for which the framework always takes the machine's.
/// </summary>
public static class SignInServices
{
    /// <summary>The rate limit on attempts: sign-in and set-up.</summary>
    public const string Attempts = nameof(Attempts);

    public const string Scheme = "Identity.Application";

    public const string CookieName = "equalization.sign-in";

    public static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Acting>();
        services.AddSingleton<SetUpCode>();
        services.AddSingleton<SampleGate>();
        services.AddSingleton<SampleAccounts>();
        services.AddSingleton<SampleSignIns>();
        services.AddSingleton<Sample.SampleCity>();
        services.AddSingleton(new CodeTerm(settings.SignIn.CodeDays));
        services.AddSingleton<AccountService>();
        services.AddSingleton<SignInSheets>();
        services.AddSingleton<SigningPassword>().AddSingleton<PasswordCheck>(s => s.GetRequiredService<SigningPassword>().Check);
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<SetUpService>();
        AddIdentity(services, settings.SignIn);
        AddCookie(services, settings.SignIn);
        AddKeys(services, settings.Files);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, OneOfRolesHandler>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormPost>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "equalization.form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.HeaderName = "RequestVerificationToken";
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Attempts, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignIn.TriesPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    private static void AddIdentity(IServiceCollection services, SignInSettings settings)
    {
        services.AddScoped<IUserStore<Account>>(provider =>
            new UserOnlyStore<Account, WorkflowDb, Guid>(provider.GetRequiredService<WorkflowDb>()));
        services
            .AddIdentityCore<Account>(options =>
            {
                // Chinese user names are welcome; what one may hold is checked where it is opened.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = settings.PasswordLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = settings.LockoutTries;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(settings.LockoutMinutes);
            })
            .AddUserManager<AccountManager>()
            .AddSignInManager()
            .AddErrorDescriber<AccountErrors>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        // Password hashing holds no state, and the service that uses it is a singleton.
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddScoped<ISecurityStampValidator, AccountStamp>();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = AccountClaims.KeepPost;
        });
    }

    private static void AddCookie(IServiceCollection services, SignInSettings settings) =>
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = CookieName;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(settings.Hours);
            options.SlidingExpiration = true;
            options.LoginPath = "/Accounts/SignIn";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnValidatePrincipal = CookieAnswers.Validate;
            options.Events.OnRedirectToLogin = CookieAnswers.AskToSignIn;
            options.Events.OnRedirectToAccessDenied = CookieAnswers.Deny;
        });

    private static void AddKeys(IServiceCollection services, FileSettings files)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(files.Keys);
        }
        else
        {
            const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(files.DataFolder, OwnerOnly);
            Directory.CreateDirectory(files.Keys, OwnerOnly);
        }

        services.AddDataProtection().SetApplicationName("Equalization.Workflow").PersistKeysToFileSystem(new DirectoryInfo(files.Keys));
    }
}
