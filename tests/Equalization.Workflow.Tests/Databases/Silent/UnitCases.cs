using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of units, people and notices.</summary>
public static class UnitCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<UnitQueries>(nameof(UnitQueries.Page), s => TaskCases.Now(s.City.Office, "局", UnitKind.Department, true, 1, 20)),
        Case.Of<UnitQueries>(nameof(UnitQueries.Detail), s => TaskCases.Now(s.City.Office, s.City.Unit(StoryCity.Lead).Id)),
        Case.Of<UnitQueries>(nameof(UnitQueries.Groups), s => TaskCases.Now(s.City.Office)),
        Case.Of<UnitQueries>(nameof(UnitQueries.Choices), s => TaskCases.Now(s.City.Office)),
        Case.Of<UnitQueries>(nameof(UnitQueries.Leaders), s => TaskCases.Now(s.City.Office)),
        Case.Of<UnitQueries>(nameof(UnitQueries.People), s => TaskCases.Now(s.City.Office)),
        Case.Of<PeopleService>(nameof(PeopleService.Appoint), s => TaskCases.Now(s.City.Admin, Appoint(s, null, "新人")), "new person"),
        Case.Of<PeopleService>(nameof(PeopleService.Appoint), async s => [s.City.Admin, Appoint(s, (await s.Newcomer()).Id, null)], "somebody known"),
        Case.Of<PeopleService>(nameof(PeopleService.End), async s =>
        {
            var post = await s.PostOf(s.City.Contact(StoryCity.Bystander).PersonId);
            return [s.City.Admin, post.Id, StoryCity.Today, post.Version];
        }),
        Case.Of<PeopleService>(nameof(PeopleService.Entrust), s =>
            TaskCases.Now(s.City.Admin, s.City.Leader.MembershipId, s.City.Unit(StoryCity.Cooperating).Id, StoryCity.Today)),
        Case.Of<PeopleService>(nameof(PeopleService.Relieve), async s => [s.City.Admin, (await s.Charge()).Id, StoryCity.Today]),
        Case.Of<UnitService>(nameof(UnitService.Create), s => TaskCases.Now(s.City.Admin, new UnitInput("市体育局", null, UnitKind.Department, null, "体育局", 0))),
        Case.Of<UnitService>(nameof(UnitService.Change), s =>
        {
            var unit = s.City.Unit(StoryCity.Bystander);
            return TaskCases.Now(s.City.Admin, unit.Id, new UnitInput("市自然资源局", "资源局", UnitKind.Department, s.City.Unit(CityPeople.LeaderUnit).Id, "市国土局", unit.Version));
        }),
        Case.Of<UnitService>(nameof(UnitService.End), s =>
            TaskCases.Now(s.City.Admin, s.City.Unit(StoryCity.EmptyUnit).Id, StoryCity.Today, s.City.Unit(StoryCity.EmptyUnit).Version)),
        Case.Of<UnitService>(nameof(UnitService.CreateGroup), s =>
            TaskCases.Now(s.City.Admin, new GroupInput("市直各部门", "各部门", [s.City.Unit(StoryCity.Lead).Id], 0))),
        Case.Of<UnitService>(nameof(UnitService.ChangeGroup), async s =>
        {
            var group = await s.Group();
            return [s.City.Admin, group.Id, new GroupInput(group.Name, "各区县", [s.City.Unit(CityPeople.Counties[0]).Id], group.Version)];
        }),
        Case.Of<RosterQueries>(nameof(RosterQueries.Last), s => TaskCases.Now(s.City.Office, 20)),
        Case.Of<RosterService>(nameof(RosterService.Bring), s => TaskCases.Now(s.City.Admin, RosterKind.People, "表.csv", Table)),
        Case.Of<RosterService>(nameof(RosterService.Preview), async s => [s.City.Admin, await Brought(s), TableReading.Plain]),
        Case.Of<RosterService>(nameof(RosterService.Take), async s =>
        {
            var file = await Brought(s);
            return [s.City.Admin, file, TableReading.Plain, (await s.City.Look(file)).Mark, false];
        }),
        Case.Of<DeputyService>(nameof(DeputyService.Set), s => TaskCases.Now(s.City.Admin, Stand(s))),
        Case.Of<DeputyService>(nameof(DeputyService.Withdraw), async s => [s.City.Admin, await s.City.Get<DeputyService>().Set(s.City.Admin, Stand(s), TestCity.Ct), 0]),
        Case.Of<DeputyQueries>(nameof(DeputyQueries.Page), s => TaskCases.Now(s.City.Contact(StoryCity.Lead), 1, 20)),
        Case.Of<DeputyQueries>(nameof(DeputyQueries.Desk), s => TaskCases.Now(s.City.Admin, s.City.Head(StoryCity.Lead).MembershipId)),
        Case.Of<NoticeQueries>(nameof(NoticeQueries.Unread), s => TaskCases.Now(s.City.Contact(StoryCity.Lead))),
        Case.Of<NoticeQueries>(nameof(NoticeQueries.Page), s => TaskCases.Now(s.City.Contact(StoryCity.Lead), true, 1, 20)),
        Case.Of<NoticeService>(nameof(NoticeService.Read), async s => [s.City.Contact(StoryCity.Lead), (await s.NoticeTo(s.City.Contact(StoryCity.Lead).PersonId)).Id]),
        Case.Of<NoticeService>(nameof(NoticeService.ReadAll), s => TaskCases.Now(s.City.Contact(StoryCity.Lead))),
    ];

    private static readonly Func<Stream> Table = () => new MemoryStream("姓名,单位,职务,角色\n甲,市教育局,科员,联络员\n"u8.ToArray());

    private static Task<Guid> Brought(StoryCity story) => story.City.Bring(RosterKind.People, "甲,市教育局,科员,联络员,,,,jia");

    private static DeputyInput Stand(StoryCity s) =>
        new(s.City.Head(StoryCity.Lead).MembershipId, s.City.Contact(StoryCity.Lead).PersonId, StoryCity.Today, StoryCity.Today.AddDays(7), "出差");

    private static Appointment Appoint(StoryCity story, Guid? personId, string? name) =>
        new(story.City.Unit(StoryCity.Lead).Id, personId, name, null, null, Role.Contact, "联络员", StoryCity.Today);
}
