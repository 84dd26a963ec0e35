using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>The calendar is the same for all jurisdictions: everybody reads it, the administrator changes it.</summary>
public static class CalendarPermissions
{
    public static bool MayChange(Actor actor) => actor.Role == Role.Admin;
}
