using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>What each role opens first.</summary>
public static class FirstPage
{
    public static string Of(Role role) => role switch
    {
        Role.Office => "/Board",
        Role.Contact or Role.UnitHead => "/Work",
        Role.Leader => "/Leader",
        Role.Auditor => "/Tasks",
        Role.Admin => "/Units",
    };
}
