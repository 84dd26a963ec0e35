-- Tables and indexes of Equalization.Workflow on SQL Server 2019 or later.
-- Generated from the migrations by the program's verb "schema"; a test keeps the two equal. Do not edit.
-- What it does: applies every migration that the database does not have yet, each noted in [__EFMigrationsHistory].
-- It may run twice: a migration that is noted is left out. It deletes no row.
-- Run it in a database made by create-database.sql (collation Chinese_PRC_CI_AS, READ_COMMITTED_SNAPSHOT ON).

IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [Act] nvarchar(60) NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(50) NOT NULL,
        [Post] nvarchar(60) NOT NULL,
        [UnitName] nvarchar(100) NOT NULL,
        [EntityKind] nvarchar(60) NOT NULL,
        [EntityId] nvarchar(100) NOT NULL,
        [Change] nvarchar(10) NOT NULL,
        [Values] nvarchar(max) NOT NULL,
        [PreviousHash] nvarchar(64) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([JurisdictionId], [Sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [AuditHeads] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AuditHeads] PRIMARY KEY ([JurisdictionId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [CalendarDays] (
        [Day] date NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Name] nvarchar(20) NOT NULL,
        CONSTRAINT [PK_CalendarDays] PRIMARY KEY ([Day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Jurisdictions] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Jurisdictions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [LedgerCounters] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [LastTask] int NOT NULL,
        [LastWriteOff] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LedgerCounters] PRIMARY KEY ([JurisdictionId], [Year])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Notices] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Format] nvarchar(500) NOT NULL,
        [Arguments] nvarchar(2000) NOT NULL,
        [SubjectKind] nvarchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [OnceKey] nvarchar(100) NULL,
        [SentAt] datetime2 NOT NULL,
        [ReadAt] datetime2 NULL,
        CONSTRAINT [PK_Notices] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [People] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(50) NOT NULL,
        [SortKey] nvarchar(200) NOT NULL,
        [Email] nvarchar(200) NULL,
        [Mobile] nvarchar(30) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [RuleSets] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [BlueWorkingDays] int NOT NULL,
        [YellowFromPoints] int NOT NULL,
        [RedOverPoints] int NOT NULL,
        [RedAfterYellowMonths] int NOT NULL,
        [SignTermWorkingDays] int NOT NULL,
        [ReportCycle] varchar(30) NOT NULL,
        [ReportGraceWorkingDays] int NOT NULL,
        [ExtensionDaysBefore] int NOT NULL,
        [ExtensionReplyWorkingDays] int NOT NULL,
        [HelpAnswerWorkingDays] int NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        CONSTRAINT [PK_RuleSets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [StoredFiles] (
        [Sha256] nchar(64) NOT NULL,
        [Length] bigint NOT NULL,
        [ContentType] nvarchar(100) NOT NULL,
        [StoredAt] datetime2 NOT NULL,
        CONSTRAINT [PK_StoredFiles] PRIMARY KEY ([Sha256])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Plans] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [DocumentNumber] nvarchar(60) NULL,
        [Issuer] nvarchar(100) NULL,
        [IssuedOn] date NULL,
        [PeriodFrom] int NOT NULL,
        [PeriodTo] int NOT NULL,
        [State] varchar(30) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Plans] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Plans_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [UnitGroups] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_UnitGroups] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitGroups_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Units] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [ParentId] uniqueidentifier NULL,
        [Name] nvarchar(100) NOT NULL,
        [ShortName] nvarchar(60) NOT NULL,
        [SortKey] nvarchar(200) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [EndedOn] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Units] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Units_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Units_Units_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Accounts] (
        [Id] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [MustChangePassword] bit NOT NULL,
        [LastMembershipId] uniqueidentifier NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(400) NULL,
        [SecurityStamp] nvarchar(100) NULL,
        [ConcurrencyStamp] nvarchar(100) NULL,
        [PhoneNumber] nvarchar(40) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_Accounts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Accounts_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [PlanVersions] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PlanId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [State] varchar(30) NOT NULL,
        [SourceName] nvarchar(260) NOT NULL,
        [SourceSha256] nvarchar(64) NULL,
        [SourceText] nvarchar(max) NOT NULL,
        [Skipped] nvarchar(max) NOT NULL,
        [Overall] nvarchar(max) NOT NULL,
        [Doubts] nvarchar(2000) NOT NULL,
        [ConfirmedAt] datetime2 NULL,
        [ConfirmedBy] nvarchar(120) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PlanVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PlanVersions_Plans_PlanId] FOREIGN KEY ([PlanId]) REFERENCES [Plans] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Evidence] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Evidence] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Evidence_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Memberships] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Role] varchar(30) NOT NULL,
        [Post] nvarchar(60) NOT NULL,
        [FromOn] date NOT NULL,
        [ToOn] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Memberships] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Memberships_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Memberships_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [UnitAliases] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [GroupId] uniqueidentifier NULL,
        [Text] nvarchar(100) NOT NULL,
        [Normalised] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_UnitAliases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitAliases_UnitGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [UnitGroups] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitAliases_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [UnitGroupMembers] (
        [GroupId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        CONSTRAINT [PK_UnitGroupMembers] PRIMARY KEY ([GroupId], [UnitId]),
        CONSTRAINT [FK_UnitGroupMembers_UnitGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [UnitGroups] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitGroupMembers_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [AccountClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(200) NULL,
        [ClaimValue] nvarchar(400) NULL,
        CONSTRAINT [PK_AccountClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccountClaims_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [AccountLogins] (
        [LoginProvider] nvarchar(100) NOT NULL,
        [ProviderKey] nvarchar(200) NOT NULL,
        [ProviderDisplayName] nvarchar(100) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AccountLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AccountLogins_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [AccountTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(100) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Value] nvarchar(2000) NULL,
        CONSTRAINT [PK_AccountTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AccountTokens_Accounts_UserId] FOREIGN KEY ([UserId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Measures] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PlanVersionId] uniqueidentifier NOT NULL,
        [OriginId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Number] nvarchar(20) NULL,
        [Title] nvarchar(300) NOT NULL,
        [Section] nvarchar(500) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [SourceStart] int NOT NULL,
        [SourceLength] int NOT NULL,
        [Doubts] nvarchar(2000) NOT NULL,
        [NoTaskReason] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Measures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Measures_PlanVersions_PlanVersionId] FOREIGN KEY ([PlanVersionId]) REFERENCES [PlanVersions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [EvidenceVersions] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EvidenceId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [FileName] nvarchar(260) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [Length] bigint NOT NULL,
        [ContentType] nvarchar(100) NOT NULL,
        [AddedBy] nvarchar(120) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_EvidenceVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceVersions_Evidence_EvidenceId] FOREIGN KEY ([EvidenceId]) REFERENCES [Evidence] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_EvidenceVersions_StoredFiles_Sha256] FOREIGN KEY ([Sha256]) REFERENCES [StoredFiles] ([Sha256]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Portfolios] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [MembershipId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [FromOn] date NOT NULL,
        [ToOn] date NULL,
        CONSTRAINT [PK_Portfolios] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Portfolios_Memberships_MembershipId] FOREIGN KEY ([MembershipId]) REFERENCES [Memberships] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Portfolios_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [AnnualTasks] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PlanId] uniqueidentifier NOT NULL,
        [MeasureId] uniqueidentifier NOT NULL,
        [MeasurePosition] int NOT NULL,
        [Year] int NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [Criteria] nvarchar(2000) NOT NULL,
        [LeadUnitId] uniqueidentifier NOT NULL,
        [State] varchar(30) NOT NULL,
        [StartOn] date NOT NULL,
        [FirstDueOn] date NOT NULL,
        [CurrentDueOn] date NOT NULL,
        [ExtensionCount] int NOT NULL,
        [ReturnCount] int NOT NULL,
        [RuleSetNumber] int NOT NULL,
        [IssuedAt] datetime2 NOT NULL,
        [ClosedOn] date NULL,
        [Light] varchar(30) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AnnualTasks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AnnualTasks_Measures_MeasureId] FOREIGN KEY ([MeasureId]) REFERENCES [Measures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AnnualTasks_Plans_PlanId] FOREIGN KEY ([PlanId]) REFERENCES [Plans] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AnnualTasks_Units_LeadUnitId] FOREIGN KEY ([LeadUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [MeasureDeadline] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [MeasureId] uniqueidentifier NOT NULL,
        [AsWritten] nvarchar(100) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Day] date NULL,
        [StartOn] date NULL,
        [SourceStart] int NOT NULL,
        [SourceLength] int NOT NULL,
        CONSTRAINT [PK_MeasureDeadline] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeasureDeadline_Measures_MeasureId] FOREIGN KEY ([MeasureId]) REFERENCES [Measures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [MeasureUnits] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [MeasureId] uniqueidentifier NOT NULL,
        [Role] varchar(30) NOT NULL,
        [Position] int NOT NULL,
        [AsWritten] nvarchar(100) NOT NULL,
        [FullName] nvarchar(100) NOT NULL,
        [IsCollective] bit NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [GroupId] uniqueidentifier NULL,
        [SourceStart] int NOT NULL,
        [SourceLength] int NOT NULL,
        CONSTRAINT [PK_MeasureUnits] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeasureUnits_Measures_MeasureId] FOREIGN KEY ([MeasureId]) REFERENCES [Measures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeasureUnits_UnitGroups_GroupId] FOREIGN KEY ([GroupId]) REFERENCES [UnitGroups] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeasureUnits_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Target] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [MeasureId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Year] int NULL,
        [AsWritten] nvarchar(500) NOT NULL,
        [Metric] nvarchar(300) NOT NULL,
        [Comparator] varchar(30) NULL,
        [Value] decimal(18,4) NULL,
        [Upper] decimal(18,4) NULL,
        [Unit] nvarchar(20) NULL,
        [Aspirational] bit NOT NULL,
        [RecursYearly] bit NOT NULL,
        [PerUnit] nvarchar(40) NULL,
        [Basis] nvarchar(200) NULL,
        [SourceStart] int NOT NULL,
        [SourceLength] int NOT NULL,
        CONSTRAINT [PK_Target] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Target_Measures_MeasureId] FOREIGN KEY ([MeasureId]) REFERENCES [Measures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [CompletionRequests] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [State] varchar(30) NOT NULL,
        [Statement] nvarchar(4000) NOT NULL,
        [AskedById] uniqueidentifier NOT NULL,
        [AskedBy] nvarchar(120) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [HeadId] uniqueidentifier NULL,
        [HeadApprovedBy] nvarchar(120) NULL,
        [SentToOfficeAt] datetime2 NULL,
        [ReturnReason] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CompletionRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CompletionRequests_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [DueMoves] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [FromDueOn] date NOT NULL,
        [ToDueOn] date NOT NULL,
        [Reason] nvarchar(1000) NOT NULL,
        [DecidedBy] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        [DecisionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DueMoves] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DueMoves_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [ExtensionRequests] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [State] varchar(30) NOT NULL,
        [Reason] nvarchar(2000) NOT NULL,
        [ProgressSoFar] nvarchar(2000) NOT NULL,
        [Measures] nvarchar(2000) NOT NULL,
        [DueOnWhenAsked] date NOT NULL,
        [NewDueOn] date NOT NULL,
        [GrantedDueOn] date NULL,
        [AskedById] uniqueidentifier NOT NULL,
        [AskedBy] nvarchar(120) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [SentToOfficeAt] datetime2 NULL,
        [HeadApprovedBy] nvarchar(120) NULL,
        [Decision] nvarchar(1000) NULL,
        [DecidedBy] nvarchar(120) NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ExtensionRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ExtensionRequests_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [RequiredEvidence] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        CONSTRAINT [PK_RequiredEvidence] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RequiredEvidence_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Stories] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [PersonName] nvarchar(50) NOT NULL,
        [Post] nvarchar(60) NOT NULL,
        [UnitName] nvarchar(100) NOT NULL,
        [Format] nvarchar(300) NOT NULL,
        [Arguments] nvarchar(2000) NOT NULL,
        [Detail] nvarchar(4000) NULL,
        [DocumentId] uniqueidentifier NULL,
        CONSTRAINT [PK_Stories] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Stories_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [TaskTargets] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [AsWritten] nvarchar(500) NOT NULL,
        [Metric] nvarchar(300) NOT NULL,
        [Comparator] varchar(30) NULL,
        [Value] decimal(18,4) NULL,
        [Upper] decimal(18,4) NULL,
        [Unit] nvarchar(20) NULL,
        [Aspirational] bit NOT NULL,
        [Reported] decimal(18,4) NULL,
        CONSTRAINT [PK_TaskTargets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TaskTargets_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [TaskUnits] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Role] varchar(30) NOT NULL,
        [State] varchar(30) NOT NULL,
        [Duty] nvarchar(1000) NOT NULL,
        [StartOn] date NOT NULL,
        [DueOn] date NOT NULL,
        [SignDueOn] date NOT NULL,
        [SignedAt] datetime2 NULL,
        [SignedOn] date NULL,
        [SignedBy] nvarchar(120) NULL,
        [DeclineReason] nvarchar(1000) NULL,
        [DeclineDecision] nvarchar(1000) NULL,
        [HolderId] uniqueidentifier NULL,
        [Reported] int NULL,
        [ReportedThrough] date NULL,
        [OwnWord] varchar(30) NOT NULL,
        [Light] varchar(30) NOT NULL,
        [Silent] bit NOT NULL,
        [YellowMonths] int NOT NULL,
        [LightMonth] date NULL,
        [DoneOn] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_TaskUnits] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TaskUnits_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TaskUnits_People_HolderId] FOREIGN KEY ([HolderId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TaskUnits_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [WriteOffs] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [On] date NOT NULL,
        [Signers] nvarchar(400) NOT NULL,
        CONSTRAINT [PK_WriteOffs] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WriteOffs_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [Reviews] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [CompletionRequestId] uniqueidentifier NOT NULL,
        [Accepted] bit NOT NULL,
        [Opinion] nvarchar(2000) NOT NULL,
        [NewDueOn] date NULL,
        [ReviewerId] uniqueidentifier NOT NULL,
        [Reviewer] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Reviews] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reviews_CompletionRequests_CompletionRequestId] FOREIGN KEY ([CompletionRequestId]) REFERENCES [CompletionRequests] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [ProgressReports] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [TaskUnitId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [PeriodCode] nvarchar(10) NOT NULL,
        [PeriodFirstDay] date NOT NULL,
        [PeriodLastDay] date NOT NULL,
        [State] varchar(30) NOT NULL,
        [Percent] int NOT NULL,
        [OwnWord] varchar(30) NOT NULL,
        [Narrative] nvarchar(4000) NOT NULL,
        [Problem] nvarchar(2000) NULL,
        [NextStep] nvarchar(2000) NULL,
        [NoChange] bit NOT NULL,
        [Late] bit NOT NULL,
        [WrittenBy] nvarchar(120) NOT NULL,
        [WrittenById] uniqueidentifier NOT NULL,
        [SubmittedAt] datetime2 NULL,
        [ApprovedBy] nvarchar(120) NULL,
        [ApprovedAt] datetime2 NULL,
        [ReturnReason] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ProgressReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ProgressReports_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProgressReports_TaskUnits_TaskUnitId] FOREIGN KEY ([TaskUnitId]) REFERENCES [TaskUnits] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProgressReports_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [EvidenceCitations] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [ReportId] uniqueidentifier NULL,
        [CompletionRequestId] uniqueidentifier NULL,
        [EvidenceVersionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_EvidenceCitations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceCitations_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_EvidenceCitations_EvidenceVersions_EvidenceVersionId] FOREIGN KEY ([EvidenceVersionId]) REFERENCES [EvidenceVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_EvidenceCitations_ProgressReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [ProgressReports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [HelpRequests] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [ReportId] uniqueidentifier NOT NULL,
        [AskingUnitId] uniqueidentifier NOT NULL,
        [OwnerUnitId] uniqueidentifier NOT NULL,
        [Text] nvarchar(1000) NOT NULL,
        [AnswerDueOn] date NOT NULL,
        [IsOpen] bit NOT NULL,
        [Answer] nvarchar(2000) NULL,
        [AnsweredBy] nvarchar(120) NULL,
        [AnsweredAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_HelpRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HelpRequests_ProgressReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [ProgressReports] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_HelpRequests_Units_OwnerUnitId] FOREIGN KEY ([OwnerUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [ReportInputs] (
        [LeadReportId] uniqueidentifier NOT NULL,
        [CooperatingReportId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportInputs] PRIMARY KEY ([LeadReportId], [CooperatingReportId]),
        CONSTRAINT [FK_ReportInputs_ProgressReports_CooperatingReportId] FOREIGN KEY ([CooperatingReportId]) REFERENCES [ProgressReports] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportInputs_ProgressReports_LeadReportId] FOREIGN KEY ([LeadReportId]) REFERENCES [ProgressReports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE TABLE [ReportMetric] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [ReportId] uniqueidentifier NOT NULL,
        [TargetId] uniqueidentifier NOT NULL,
        [Value] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_ReportMetric] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportMetric_ProgressReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [ProgressReports] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportMetric_TaskTargets_TargetId] FOREIGN KEY ([TargetId]) REFERENCES [TaskTargets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountClaims_UserId] ON [AccountClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountLogins_UserId] ON [AccountLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Accounts_NormalizedUserName] ON [Accounts] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Accounts_PersonId] ON [Accounts] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_JurisdictionId_ClosedOn_CurrentDueOn] ON [AnnualTasks] ([JurisdictionId], [ClosedOn], [CurrentDueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_JurisdictionId_LeadUnitId_ClosedOn_CurrentDueOn] ON [AnnualTasks] ([JurisdictionId], [LeadUnitId], [ClosedOn], [CurrentDueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AnnualTasks_JurisdictionId_Number] ON [AnnualTasks] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_JurisdictionId_PlanId_Year_MeasurePosition] ON [AnnualTasks] ([JurisdictionId], [PlanId], [Year], [MeasurePosition]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_LeadUnitId] ON [AnnualTasks] ([LeadUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_MeasureId] ON [AnnualTasks] ([MeasureId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_PlanId] ON [AnnualTasks] ([PlanId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_JurisdictionId_EntityKind_EntityId] ON [AuditEntries] ([JurisdictionId], [EntityKind], [EntityId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_CompletionRequests_JurisdictionId_State] ON [CompletionRequests] ([JurisdictionId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_CompletionRequests_TaskId] ON [CompletionRequests] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_DueMoves_TaskId] ON [DueMoves] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Evidence_JurisdictionId_UnitId] ON [Evidence] ([JurisdictionId], [UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Evidence_UnitId] ON [Evidence] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_EvidenceCitations_EvidenceVersionId] ON [EvidenceCitations] ([EvidenceVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_EvidenceCitations_ReportId] ON [EvidenceCitations] ([ReportId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_EvidenceCitations_TaskId] ON [EvidenceCitations] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EvidenceVersions_EvidenceId_Number] ON [EvidenceVersions] ([EvidenceId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_EvidenceVersions_Sha256] ON [EvidenceVersions] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ExtensionRequests_JurisdictionId_State] ON [ExtensionRequests] ([JurisdictionId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ExtensionRequests_TaskId] ON [ExtensionRequests] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_HelpRequests_JurisdictionId_OwnerUnitId_IsOpen_AnswerDueOn] ON [HelpRequests] ([JurisdictionId], [OwnerUnitId], [IsOpen], [AnswerDueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_HelpRequests_OwnerUnitId] ON [HelpRequests] ([OwnerUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_HelpRequests_ReportId] ON [HelpRequests] ([ReportId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_HelpRequests_TaskId] ON [HelpRequests] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Jurisdictions_Code] ON [Jurisdictions] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureDeadline_MeasureId] ON [MeasureDeadline] ([MeasureId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Measures_PlanVersionId_Position] ON [Measures] ([PlanVersionId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureUnits_GroupId] ON [MeasureUnits] ([GroupId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureUnits_MeasureId] ON [MeasureUnits] ([MeasureId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureUnits_UnitId] ON [MeasureUnits] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Memberships_JurisdictionId_UnitId_Role] ON [Memberships] ([JurisdictionId], [UnitId], [Role]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Memberships_PersonId] ON [Memberships] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Memberships_UnitId] ON [Memberships] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Notices_PersonId_OnceKey] ON [Notices] ([PersonId], [OnceKey]) WHERE [OnceKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Notices_PersonId_ReadAt_SentAt] ON [Notices] ([PersonId], [ReadAt], [SentAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Plans_JurisdictionId_State] ON [Plans] ([JurisdictionId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PlanVersions_PlanId_Number] ON [PlanVersions] ([PlanId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Portfolios_JurisdictionId_UnitId] ON [Portfolios] ([JurisdictionId], [UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Portfolios_MembershipId] ON [Portfolios] ([MembershipId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Portfolios_UnitId] ON [Portfolios] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ProgressReports_JurisdictionId_UnitId_State] ON [ProgressReports] ([JurisdictionId], [UnitId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ProgressReports_TaskId] ON [ProgressReports] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ProgressReports_TaskUnitId_PeriodLastDay] ON [ProgressReports] ([TaskUnitId], [PeriodLastDay]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ProgressReports_UnitId] ON [ProgressReports] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportInputs_CooperatingReportId] ON [ReportInputs] ([CooperatingReportId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportMetric_ReportId] ON [ReportMetric] ([ReportId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportMetric_TargetId] ON [ReportMetric] ([TargetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_RequiredEvidence_TaskId] ON [RequiredEvidence] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Reviews_CompletionRequestId] ON [Reviews] ([CompletionRequestId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Reviews_TaskId] ON [Reviews] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RuleSets_JurisdictionId_Number] ON [RuleSets] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_TaskId_At] ON [Stories] ([TaskId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Target_MeasureId] ON [Target] ([MeasureId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_TaskTargets_TaskId] ON [TaskTargets] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_TaskUnits_HolderId] ON [TaskUnits] ([HolderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_TaskUnits_JurisdictionId_State_DueOn] ON [TaskUnits] ([JurisdictionId], [State], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_TaskUnits_JurisdictionId_UnitId_State_DueOn] ON [TaskUnits] ([JurisdictionId], [UnitId], [State], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TaskUnits_TaskId_UnitId] ON [TaskUnits] ([TaskId], [UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_TaskUnits_UnitId] ON [TaskUnits] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitAliases_GroupId] ON [UnitAliases] ([GroupId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_UnitAliases_JurisdictionId_Normalised] ON [UnitAliases] ([JurisdictionId], [Normalised]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitAliases_UnitId] ON [UnitAliases] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitGroupMembers_UnitId] ON [UnitGroupMembers] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_UnitGroups_JurisdictionId_Name] ON [UnitGroups] ([JurisdictionId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Units_JurisdictionId_Name] ON [Units] ([JurisdictionId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Units_JurisdictionId_SortKey] ON [Units] ([JurisdictionId], [SortKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE INDEX [IX_Units_ParentId] ON [Units] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_WriteOffs_JurisdictionId_Number] ON [WriteOffs] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_WriteOffs_TaskId] ON [WriteOffs] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122005139_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122005139_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [ReviewWorkingDays] int NOT NULL DEFAULT 10;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [SupervisionTermWorkingDays] int NOT NULL DEFAULT 10;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [UrgeByItself] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [UrgeTermWorkingDays] int NOT NULL DEFAULT 5;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [People] ADD [DigestByMail] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [ReviewSince] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [Risk] varchar(30) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [CalendarImports] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [By] nvarchar(120) NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [Hash] varchar(64) NOT NULL,
        [Years] nvarchar(200) NOT NULL,
        [Added] int NOT NULL,
        [Removed] int NOT NULL,
        [Changed] int NOT NULL,
        [Changes] nvarchar(max) NOT NULL,
        [Tasks] int NOT NULL,
        [TasksDone] int NOT NULL,
        [LastTaskId] uniqueidentifier NULL,
        [FinishedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CalendarImports] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [Demonstrations] (
        [Id] int NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [ShownAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Demonstrations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [Digests] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [On] date NOT NULL,
        [SentAt] datetime2 NOT NULL,
        [RuleSetNumber] int NOT NULL,
        [NoticesAfter] datetime2 NOT NULL,
        [Reminders] int NOT NULL,
        [DueToday] int NOT NULL,
        [Overdue] int NOT NULL,
        CONSTRAINT [PK_Digests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineDefinitions] (
        [DefinitionId] nvarchar(100) NOT NULL,
        [Number] int NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        [IsPublished] bit NOT NULL,
        [PublishedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_EngineDefinitions] PRIMARY KEY ([DefinitionId], [Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineUnheardEvents] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [CorrelationId] nvarchar(200) NULL,
        [RaisedBy] nvarchar(300) NOT NULL,
        [RaisedAt] datetime2 NOT NULL,
        [Payload] nvarchar(max) NULL,
        CONSTRAINT [PK_EngineUnheardEvents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [Escalations] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [DueOn] date NOT NULL,
        [State] varchar(30) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [SettledAt] datetime2 NULL,
        [SettledBecause] nvarchar(100) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Escalations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Escalations_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Escalations_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [JobLeaders] (
        [Id] int NOT NULL,
        [Process] nvarchar(120) NOT NULL,
        [Until] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_JobLeaders] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [JobRuns] (
        [Id] uniqueidentifier NOT NULL,
        [Name] varchar(40) NOT NULL,
        [State] varchar(30) NOT NULL,
        [At] datetime2 NOT NULL,
        [AskedBy] nvarchar(120) NULL,
        [StartedAt] datetime2 NULL,
        [FinishedAt] datetime2 NULL,
        [Count] int NULL,
        [Message] nvarchar(1000) NULL,
        [Arguments] nvarchar(1000) NOT NULL,
        [Process] nvarchar(120) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_JobRuns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [OutgoingMails] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NULL,
        [Kind] nvarchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NULL,
        [ToAddress] nvarchar(200) NOT NULL,
        [ToName] nvarchar(100) NOT NULL,
        [Subject] nvarchar(200) NULL,
        [Text] nvarchar(4000) NULL,
        [State] varchar(30) NOT NULL,
        [Attempts] int NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [NextTryAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NULL,
        [LastTryAt] datetime2 NULL,
        [SentAt] datetime2 NULL,
        [MessageId] nvarchar(300) NULL,
        [Reason] nvarchar(500) NULL,
        [ReasonArguments] nvarchar(2000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_OutgoingMails] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [PaperCounters] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [LastSupervision] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PaperCounters] PRIMARY KEY ([JurisdictionId], [Year])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [ReminderDrafts] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [SendFrom] time NOT NULL,
        [SendTo] time NOT NULL,
        [UrgeCooldownWorkingDays] int NOT NULL,
        [Ladders] varchar(8000) NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        [By] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ReminderDrafts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [ReminderRuleSets] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [SendFrom] time NOT NULL,
        [SendTo] time NOT NULL,
        [UrgeCooldownWorkingDays] int NOT NULL,
        [Ladders] varchar(8000) NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        [By] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ReminderRuleSets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [ReminderRuns] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [On] date NOT NULL,
        [FinishedAt] datetime2 NOT NULL,
        [RuleSetNumber] int NOT NULL,
        [Digests] int NOT NULL,
        [Reminders] int NOT NULL,
        CONSTRAINT [PK_ReminderRuns] PRIMARY KEY ([JurisdictionId], [On])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [Snapshots] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [On] date NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [Tasks] int NOT NULL,
        [Parts] int NOT NULL,
        [Grey] int NOT NULL,
        [Blue] int NOT NULL,
        [Green] int NOT NULL,
        [Yellow] int NOT NULL,
        [Red] int NOT NULL,
        [Overdue] int NOT NULL,
        [Silent] int NOT NULL,
        [DueSoon] int NOT NULL,
        [WaitsForOffice] int NOT NULL,
        [Hash] varchar(64) NOT NULL,
        [PreviousHash] varchar(64) NOT NULL,
        [Bytes] bigint NOT NULL,
        CONSTRAINT [PK_Snapshots] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Snapshots_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [Urges] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [TaskUnitId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Text] nvarchar(500) NOT NULL,
        [IsAutomatic] bit NOT NULL,
        [ById] uniqueidentifier NULL,
        [By] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        [On] date NOT NULL,
        [AnsweredAt] datetime2 NULL,
        [AnsweredBy] nvarchar(120) NULL,
        [Answer] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Urges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Urges_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Urges_TaskUnits_TaskUnitId] FOREIGN KEY ([TaskUnitId]) REFERENCES [TaskUnits] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Urges_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [Reminders] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [DigestId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Post] nvarchar(60) NOT NULL,
        [Moment] varchar(30) NOT NULL,
        [Recipient] varchar(30) NOT NULL,
        [Risk] varchar(30) NOT NULL,
        [Offset] int NOT NULL,
        [RuleSetNumber] int NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Period] nvarchar(10) NULL,
        [DueOn] date NOT NULL,
        [TriggerOn] date NOT NULL,
        [WorkingDaysLeft] int NOT NULL,
        CONSTRAINT [PK_Reminders] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reminders_Digests_DigestId] FOREIGN KEY ([DigestId]) REFERENCES [Digests] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineInstances] (
        [Id] uniqueidentifier NOT NULL,
        [DefinitionId] nvarchar(100) NOT NULL,
        [DefinitionVersion] int NOT NULL,
        [Version] int NOT NULL,
        [Status] varchar(30) NOT NULL,
        [CorrelationId] nvarchar(200) NULL,
        [TenantId] uniqueidentifier NULL,
        [ParentId] uniqueidentifier NULL,
        [ParentBookmarkId] uniqueidentifier NULL,
        [StartedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [Steps] int NOT NULL,
        [State] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_EngineInstances] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EngineInstances_EngineDefinitions_DefinitionId_DefinitionVersion] FOREIGN KEY ([DefinitionId], [DefinitionVersion]) REFERENCES [EngineDefinitions] ([DefinitionId], [Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EscalationSteps] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EscalationId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Rung] varchar(30) NOT NULL,
        [State] varchar(30) NOT NULL,
        [Facts] nvarchar(1000) NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [Number] nvarchar(40) NULL,
        [Demand] nvarchar(1000) NULL,
        [AnswerDueOn] date NULL,
        [DecidedById] uniqueidentifier NULL,
        [DecidedBy] nvarchar(300) NULL,
        [DecidedAt] datetime2 NULL,
        [RefusedBecause] nvarchar(500) NULL,
        [Answer] nvarchar(2000) NULL,
        [AnsweredBy] nvarchar(300) NULL,
        [AnsweredAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_EscalationSteps] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EscalationSteps_Escalations_EscalationId] FOREIGN KEY ([EscalationId]) REFERENCES [Escalations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [SnapshotPages] (
        [SnapshotId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_SnapshotPages] PRIMARY KEY ([SnapshotId], [Number]),
        CONSTRAINT [FK_SnapshotPages_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineBookmarks] (
        [Id] uniqueidentifier NOT NULL,
        [InstanceId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [ActivityId] nvarchar(100) NOT NULL,
        [ScopePath] nvarchar(1000) NOT NULL,
        [Frame] int NOT NULL,
        [Iteration] int NOT NULL,
        [EventName] nvarchar(200) NULL,
        [CorrelationId] nvarchar(200) NULL,
        [DueAt] datetime2 NULL,
        [ChildId] uniqueidentifier NULL,
        [IsParked] bit NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_EngineBookmarks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EngineBookmarks_EngineInstances_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [EngineInstances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineHeldStimuli] (
        [Id] uniqueidentifier NOT NULL,
        [InstanceId] uniqueidentifier NOT NULL,
        [Stimulus] nvarchar(max) NOT NULL,
        [HeldAt] datetime2 NOT NULL,
        CONSTRAINT [PK_EngineHeldStimuli] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EngineHeldStimuli_EngineInstances_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [EngineInstances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineHistory] (
        [InstanceId] uniqueidentifier NOT NULL,
        [Sequence] int NOT NULL,
        [ActivityId] nvarchar(100) NOT NULL,
        [ActivityType] nvarchar(200) NOT NULL,
        [Iteration] int NOT NULL,
        [Outcome] nvarchar(400) NOT NULL,
        [At] datetime2 NOT NULL,
        [Cause] nvarchar(300) NOT NULL,
        [Values] nvarchar(4000) NULL,
        CONSTRAINT [PK_EngineHistory] PRIMARY KEY ([InstanceId], [Sequence]),
        CONSTRAINT [FK_EngineHistory_EngineInstances_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [EngineInstances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [EngineIncidents] (
        [Id] uniqueidentifier NOT NULL,
        [InstanceId] uniqueidentifier NOT NULL,
        [ActivityId] nvarchar(100) NULL,
        [Code] nvarchar(100) NOT NULL,
        [Message] nvarchar(2000) NOT NULL,
        [Detail] nvarchar(max) NULL,
        [Stimulus] nvarchar(max) NOT NULL,
        [RaisedAt] datetime2 NOT NULL,
        [ClosedAt] datetime2 NULL,
        [ClosedBy] nvarchar(120) NULL,
        CONSTRAINT [PK_EngineIncidents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EngineIncidents_EngineInstances_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [EngineInstances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE TABLE [ProcessInterventions] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [InstanceId] uniqueidentifier NOT NULL,
        [DefinitionId] nvarchar(100) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Reason] nvarchar(500) NULL,
        [By] nvarchar(250) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ProcessInterventions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ProcessInterventions_EngineInstances_InstanceId] FOREIGN KEY ([InstanceId]) REFERENCES [EngineInstances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_AnnualTasks_JurisdictionId_ReviewSince] ON [AnnualTasks] ([JurisdictionId], [ReviewSince]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_CalendarImports_At] ON [CalendarImports] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Digests_PersonId_JurisdictionId_On] ON [Digests] ([PersonId], [JurisdictionId], [On]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_EngineBookmarks_DueAt_Id] ON [EngineBookmarks] ([DueAt], [Id]) WHERE "DueAt" IS NOT NULL AND "IsParked" = 0');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_EngineBookmarks_EventName_CorrelationId] ON [EngineBookmarks] ([EventName], [CorrelationId]) WHERE "EventName" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineBookmarks_InstanceId] ON [EngineBookmarks] ([InstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineHeldStimuli_InstanceId] ON [EngineHeldStimuli] ([InstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineIncidents_InstanceId_ClosedAt] ON [EngineIncidents] ([InstanceId], [ClosedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineInstances_CorrelationId] ON [EngineInstances] ([CorrelationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineInstances_DefinitionId_DefinitionVersion_Status] ON [EngineInstances] ([DefinitionId], [DefinitionVersion], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineInstances_ParentId] ON [EngineInstances] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_EngineInstances_TenantId] ON [EngineInstances] ([TenantId]) WHERE "Status" = ''Faulted''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineInstances_TenantId_DefinitionId_Status] ON [EngineInstances] ([TenantId], [DefinitionId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EngineUnheardEvents_Name_RaisedAt] ON [EngineUnheardEvents] ([Name], [RaisedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Escalations_TaskId_DueOn] ON [Escalations] ([TaskId], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_Escalations_UnitId] ON [Escalations] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EscalationSteps_EscalationId_Rung] ON [EscalationSteps] ([EscalationId], [Rung]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EscalationSteps_JurisdictionId_State_ProposedAt] ON [EscalationSteps] ([JurisdictionId], [State], [ProposedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_EscalationSteps_UnitId_State] ON [EscalationSteps] ([UnitId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_JobRuns_Name_At] ON [JobRuns] ([Name], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_JobRuns_State_At] ON [JobRuns] ([State], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_OutgoingMails_JurisdictionId_CreatedAt_Id] ON [OutgoingMails] ([JurisdictionId], [CreatedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_OutgoingMails_JurisdictionId_State_CreatedAt_Id] ON [OutgoingMails] ([JurisdictionId], [State], [CreatedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_OutgoingMails_State_NextTryAt_Id] ON [OutgoingMails] ([State], [NextTryAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_ProcessInterventions_InstanceId] ON [ProcessInterventions] ([InstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReminderDrafts_JurisdictionId] ON [ReminderDrafts] ([JurisdictionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReminderRuleSets_JurisdictionId_Number] ON [ReminderRuleSets] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_Reminders_DigestId] ON [Reminders] ([DigestId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_Reminders_JurisdictionId_DueOn] ON [Reminders] ([JurisdictionId], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Reminders_PersonId_DueOn_SubjectId_Moment_Offset] ON [Reminders] ([PersonId], [DueOn], [SubjectId], [Moment], [Offset]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Snapshots_JurisdictionId_Number] ON [Snapshots] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Snapshots_JurisdictionId_On] ON [Snapshots] ([JurisdictionId], [On]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_Urges_TaskId] ON [Urges] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Urges_TaskUnitId_On] ON [Urges] ([TaskUnitId], [On]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    CREATE INDEX [IX_Urges_UnitId] ON [Urges] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043955_Processes'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122043955_Processes', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    DROP INDEX [IX_WriteOffs_TaskId] ON [WriteOffs];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [PaperCounters] DROP CONSTRAINT [PK_PaperCounters];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    DROP INDEX [IX_EscalationSteps_EscalationId_Rung] ON [EscalationSteps];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    EXEC sp_rename N'[PaperCounters].[LastSupervision]', N'Last', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [WriteOffs] ADD [RevokedOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Snapshots] ADD [Edition] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [SnapshotPages] ADD [Hash] varchar(64) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [BulletinRanking] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [By] nvarchar(300) NOT NULL DEFAULT N'系统';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [FactCheckWorkingDays] int NOT NULL DEFAULT 3;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [RuleSets] ADD [Ladder] varchar(4000) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [PaperCounters] ADD [Kind] varchar(30) NOT NULL DEFAULT 'Supervision';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[EscalationSteps]') AND [c].[name] = N'Facts');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [EscalationSteps] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [EscalationSteps] ALTER COLUMN [Facts] nvarchar(2000) NOT NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [Basis] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [FinishedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [LapsedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [ReplyForm] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [ReturnCount] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [Signer] varchar(30) NOT NULL DEFAULT 'Office';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [EscalationSteps] ADD [Turn] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [ExemptedBecause] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [ExemptedBy] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [Ground] varchar(30) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [StartsAt] varchar(30) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [StartsBecause] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [StartsBy] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [Escalations] ADD [StartsSince] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    ALTER TABLE [PaperCounters] ADD CONSTRAINT [PK_PaperCounters] PRIMARY KEY ([JurisdictionId], [Year], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [AssessmentRuleSets] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [Number] int NOT NULL,
        [Done] decimal(18,4) NOT NULL,
        [CooperatingShare] int NOT NULL,
        [Late] decimal(18,4) NOT NULL,
        [Returned] decimal(18,4) NOT NULL,
        [Supervised] decimal(18,4) NOT NULL,
        [Criticised] decimal(18,4) NOT NULL,
        [Praised] decimal(18,4) NOT NULL,
        [FixedAt] datetime2 NULL,
        [FixedBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AssessmentRuleSets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssessmentRuleSets_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [Bulletins] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [State] varchar(30) NOT NULL,
        [SnapshotId] uniqueidentifier NOT NULL,
        [SnapshotNumber] int NOT NULL,
        [SnapshotOn] date NOT NULL,
        [SnapshotHash] varchar(64) NOT NULL,
        [Title] nvarchar(150) NOT NULL,
        [Introduction] nvarchar(3000) NOT NULL,
        [Demand] nvarchar(3000) NOT NULL,
        [TermOn] date NULL,
        [WithRanking] bit NOT NULL,
        [DraftedBy] nvarchar(300) NOT NULL,
        [DraftedAt] datetime2 NOT NULL,
        [CheckSince] datetime2 NULL,
        [CheckDueOn] date NULL,
        [CheckEndedAt] datetime2 NULL,
        [Number] nvarchar(40) NULL,
        [SignedBy] nvarchar(300) NULL,
        [SignedAt] datetime2 NULL,
        [PaperId] uniqueidentifier NULL,
        [Range] varchar(30) NULL,
        [PublishedBy] nvarchar(300) NULL,
        [PublishedAt] datetime2 NULL,
        [DroppedBecause] nvarchar(500) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Bulletins] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Bulletins_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [CaseMembers] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Because] nvarchar(200) NOT NULL,
        [AddedBy] nvarchar(300) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        [RemovedAt] datetime2 NULL,
        [RemovedBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CaseMembers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CaseMembers_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [CaseReadings] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Reader] nvarchar(300) NOT NULL,
        [What] nvarchar(200) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CaseReadings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [LadderDrafts] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Ladder] varchar(4000) NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LadderDrafts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [LookBackDraws] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [RulesNumber] int NOT NULL,
        [PeriodCode] varchar(10) NOT NULL,
        [FirstDay] date NOT NULL,
        [LastDay] date NOT NULL,
        [List] nvarchar(max) NOT NULL,
        [ListHash] varchar(64) NOT NULL,
        [ListSize] int NOT NULL,
        [Seed] varchar(32) NOT NULL,
        [SampleSize] int NOT NULL,
        [DrawnBy] nvarchar(120) NOT NULL,
        [DrawnAt] datetime2 NOT NULL,
        CONSTRAINT [PK_LookBackDraws] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [LookBackRules] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Cycle] varchar(30) NOT NULL,
        [SharePercent] int NOT NULL,
        [Least] int NOT NULL,
        [TermWorkingDays] int NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        [By] nvarchar(120) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_LookBackRules] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [Papers] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Number] nvarchar(40) NULL,
        [Title] nvarchar(300) NOT NULL,
        [SubjectKind] nvarchar(60) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [CaseId] uniqueidentifier NULL,
        [Model] nvarchar(max) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [Length] bigint NOT NULL,
        [State] varchar(30) NOT NULL,
        [IssuedAt] datetime2 NOT NULL,
        [SettledAt] datetime2 NULL,
        [SettledBecause] nvarchar(100) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Papers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Papers_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [StepReturns] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [StepId] uniqueidentifier NOT NULL,
        [Answer] nvarchar(2000) NOT NULL,
        [AnsweredBy] nvarchar(300) NOT NULL,
        [AnsweredAt] datetime2 NOT NULL,
        [Because] nvarchar(500) NOT NULL,
        [NewDueOn] date NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_StepReturns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StepReturns_EscalationSteps_StepId] FOREIGN KEY ([StepId]) REFERENCES [EscalationSteps] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [Assessments] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [RuleSetId] uniqueidentifier NOT NULL,
        [SnapshotId] uniqueidentifier NOT NULL,
        [SnapshotNumber] int NOT NULL,
        [SnapshotOn] date NOT NULL,
        [SnapshotHash] varchar(64) NOT NULL,
        [State] varchar(30) NOT NULL,
        [ObjectionsUntil] date NOT NULL,
        [ComputedBy] nvarchar(300) NOT NULL,
        [ComputedAt] datetime2 NOT NULL,
        [SealedBy] nvarchar(300) NULL,
        [SealedAt] datetime2 NULL,
        [Hash] varchar(64) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Assessments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Assessments_AssessmentRuleSets_RuleSetId] FOREIGN KEY ([RuleSetId]) REFERENCES [AssessmentRuleSets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Assessments_Snapshots_SnapshotId] FOREIGN KEY ([SnapshotId]) REFERENCES [Snapshots] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [BulletinLines] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [BulletinId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [TaskNumber] nvarchar(20) NOT NULL,
        [TaskTitle] nvarchar(300) NOT NULL,
        [LeadUnitId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Role] varchar(30) NOT NULL,
        [Light] varchar(30) NOT NULL,
        [DueOn] date NOT NULL,
        [FirstDueOn] date NOT NULL,
        [DoneOn] date NULL,
        [LateDays] int NOT NULL,
        [Reported] decimal(18,4) NULL,
        [Expected] decimal(18,4) NOT NULL,
        [SnapshotPage] int NOT NULL,
        [SnapshotRow] int NOT NULL,
        [Check] varchar(30) NOT NULL,
        [Objection] nvarchar(1000) NULL,
        [CheckedBy] nvarchar(300) NULL,
        [CheckedAt] datetime2 NULL,
        [Answer] varchar(30) NULL,
        [AnswerText] nvarchar(1000) NULL,
        [AnsweredAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BulletinLines] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BulletinLines_Bulletins_BulletinId] FOREIGN KEY ([BulletinId]) REFERENCES [Bulletins] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BulletinLines_Units_LeadUnitId] FOREIGN KEY ([LeadUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BulletinLines_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [BulletinReceipts] (
        [BulletinId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [OpenedAt] datetime2 NULL,
        [OpenedBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BulletinReceipts] PRIMARY KEY ([BulletinId], [UnitId]),
        CONSTRAINT [FK_BulletinReceipts_Bulletins_BulletinId] FOREIGN KEY ([BulletinId]) REFERENCES [Bulletins] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BulletinReceipts_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [BulletinUnits] (
        [BulletinId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Parts] int NOT NULL,
        [DoneInTime] int NOT NULL,
        [DoneLate] int NOT NULL,
        [Overdue] int NOT NULL,
        [Behind] int NOT NULL,
        [Group] varchar(30) NOT NULL,
        [Rank] int NULL,
        CONSTRAINT [PK_BulletinUnits] PRIMARY KEY ([BulletinId], [UnitId]),
        CONSTRAINT [FK_BulletinUnits_Bulletins_BulletinId] FOREIGN KEY ([BulletinId]) REFERENCES [Bulletins] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BulletinUnits_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [LookBacks] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [DrawId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [WriteOffId] uniqueidentifier NOT NULL,
        [State] varchar(30) NOT NULL,
        [DueOn] date NOT NULL,
        [Finding] nvarchar(2000) NULL,
        [CheckedById] uniqueidentifier NULL,
        [CheckedBy] nvarchar(120) NULL,
        [CheckedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LookBacks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LookBacks_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LookBacks_LookBackDraws_DrawId] FOREIGN KEY ([DrawId]) REFERENCES [LookBackDraws] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LookBacks_WriteOffs_WriteOffId] FOREIGN KEY ([WriteOffId]) REFERENCES [WriteOffs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [PaperReceipts] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PaperId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [ServedAt] datetime2 NOT NULL,
        [SignedForAt] datetime2 NULL,
        [SignedForBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PaperReceipts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PaperReceipts_Papers_PaperId] FOREIGN KEY ([PaperId]) REFERENCES [Papers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PaperReceipts_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [Signatures] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PaperId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(50) NOT NULL,
        [Post] nvarchar(60) NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [UnitName] nvarchar(100) NOT NULL,
        [At] datetime2 NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        CONSTRAINT [PK_Signatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Signatures_Papers_PaperId] FOREIGN KEY ([PaperId]) REFERENCES [Papers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE TABLE [AssessmentPoints] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [AssessmentId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Rule] varchar(30) NOT NULL,
        [Points] decimal(18,4) NOT NULL,
        [Share] int NOT NULL,
        [Reference] nvarchar(40) NOT NULL,
        [Subject] nvarchar(300) NOT NULL,
        [FirstDueOn] date NULL,
        [ApprovedDueOn] date NULL,
        [HappenedOn] date NULL,
        [LateDays] int NOT NULL,
        [SnapshotPage] int NULL,
        [SnapshotRow] int NULL,
        [Objection] nvarchar(1000) NULL,
        [ObjectedBy] nvarchar(300) NULL,
        [ObjectedAt] datetime2 NULL,
        [Decision] varchar(30) NULL,
        [DecisionText] nvarchar(1000) NULL,
        [DecidedBy] nvarchar(300) NULL,
        [DecidedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AssessmentPoints] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssessmentPoints_Assessments_AssessmentId] FOREIGN KEY ([AssessmentId]) REFERENCES [Assessments] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AssessmentPoints_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_WriteOffs_JurisdictionId_On] ON [WriteOffs] ([JurisdictionId], [On]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_WriteOffs_TaskId] ON [WriteOffs] ([TaskId]) WHERE [RevokedOn] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EscalationSteps_EscalationId_Rung_Turn] ON [EscalationSteps] ([EscalationId], [Rung], [Turn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssessmentPoints_AssessmentId_Position] ON [AssessmentPoints] ([AssessmentId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_AssessmentPoints_AssessmentId_UnitId] ON [AssessmentPoints] ([AssessmentId], [UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_AssessmentPoints_UnitId] ON [AssessmentPoints] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssessmentRuleSets_JurisdictionId_Number] ON [AssessmentRuleSets] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssessmentRuleSets_JurisdictionId_Year] ON [AssessmentRuleSets] ([JurisdictionId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Assessments_JurisdictionId_Year] ON [Assessments] ([JurisdictionId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Assessments_RuleSetId] ON [Assessments] ([RuleSetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Assessments_SnapshotId] ON [Assessments] ([SnapshotId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BulletinLines_BulletinId_Position] ON [BulletinLines] ([BulletinId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_BulletinLines_LeadUnitId] ON [BulletinLines] ([LeadUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_BulletinLines_UnitId_Check] ON [BulletinLines] ([UnitId], [Check]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_BulletinReceipts_UnitId] ON [BulletinReceipts] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Bulletins_JurisdictionId_DraftedAt] ON [Bulletins] ([JurisdictionId], [DraftedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Bulletins_SnapshotId] ON [Bulletins] ([SnapshotId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_BulletinUnits_UnitId] ON [BulletinUnits] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_CaseMembers_CaseId_PersonId] ON [CaseMembers] ([CaseId], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_CaseMembers_PersonId] ON [CaseMembers] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_CaseReadings_CaseId_At] ON [CaseReadings] ([CaseId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LadderDrafts_JurisdictionId] ON [LadderDrafts] ([JurisdictionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LookBackDraws_JurisdictionId_PeriodCode] ON [LookBackDraws] ([JurisdictionId], [PeriodCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LookBackRules_JurisdictionId_Number] ON [LookBackRules] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_LookBacks_DrawId] ON [LookBacks] ([DrawId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_LookBacks_JurisdictionId_State_DueOn] ON [LookBacks] ([JurisdictionId], [State], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_LookBacks_TaskId] ON [LookBacks] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LookBacks_WriteOffId] ON [LookBacks] ([WriteOffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PaperReceipts_PaperId_UnitId] ON [PaperReceipts] ([PaperId], [UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_PaperReceipts_UnitId_SignedForAt] ON [PaperReceipts] ([UnitId], [SignedForAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Papers_CaseId] ON [Papers] ([CaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Papers_JurisdictionId_Number] ON [Papers] ([JurisdictionId], [Number]) WHERE [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Papers_SubjectKind_SubjectId] ON [Papers] ([SubjectKind], [SubjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_Papers_TaskId] ON [Papers] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Signatures_PaperId_PersonId] ON [Signatures] ([PaperId], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    CREATE INDEX [IX_StepReturns_StepId] ON [StepReturns] ([StepId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122083039_Escalations'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122083039_Escalations', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [StepReturns] ADD [DueOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [People] ADD [SignInName] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [BulletinLines] ADD [DroppedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [BulletinLines] ADD [DroppedBecause] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [BulletinLines] ADD [DroppedBy] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [BulletinLines] ADD [StepId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [BulletinLines] ADD [TaskId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    ALTER TABLE [Accounts] ADD [CodeExpiresAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [AccountabilityRules] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_AccountabilityRules] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [Deputies] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [MembershipId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [FromOn] date NOT NULL,
        [ToOn] date NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [SetBy] nvarchar(300) NOT NULL,
        [SetAt] datetime2 NOT NULL,
        [WithdrawnAt] datetime2 NULL,
        [WithdrawnBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Deputies] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Deputies_Memberships_MembershipId] FOREIGN KEY ([MembershipId]) REFERENCES [Memberships] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Deputies_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [Handovers] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [FromPostId] uniqueidentifier NOT NULL,
        [FromPersonId] uniqueidentifier NOT NULL,
        [FromName] nvarchar(50) NOT NULL,
        [ToPostId] uniqueidentifier NOT NULL,
        [ToPersonId] uniqueidentifier NOT NULL,
        [ToName] nvarchar(50) NOT NULL,
        [State] varchar(30) NOT NULL,
        [OpenedBy] nvarchar(300) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [GivenBy] nvarchar(300) NULL,
        [GivenAt] datetime2 NULL,
        [TakenBy] nvarchar(300) NULL,
        [TakenAt] datetime2 NULL,
        [Refusal] nvarchar(500) NULL,
        [Decision] nvarchar(500) NULL,
        [DecidedBy] nvarchar(300) NULL,
        [DoneAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Handovers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Handovers_Memberships_FromPostId] FOREIGN KEY ([FromPostId]) REFERENCES [Memberships] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Handovers_Memberships_ToPostId] FOREIGN KEY ([ToPostId]) REFERENCES [Memberships] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Handovers_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [Instructions] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [LeaderId] uniqueidentifier NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [OwnerUnitId] uniqueidentifier NOT NULL,
        [Text] nvarchar(500) NOT NULL,
        [AnswerDueOn] date NOT NULL,
        [State] varchar(30) NOT NULL,
        [GivenAt] datetime2 NOT NULL,
        [Answer] nvarchar(2000) NULL,
        [AnsweredBy] nvarchar(300) NULL,
        [AnsweredAt] datetime2 NULL,
        [EndedAt] datetime2 NULL,
        [EndedWith] nvarchar(500) NULL,
        [RemindedFor] date NULL,
        [LapsedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Instructions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Instructions_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Instructions_Units_OwnerUnitId] FOREIGN KEY ([OwnerUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [InterviewRules] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [NoticeAheadDays] int NOT NULL,
        [HoldWithinDays] int NOT NULL,
        [ReportWorkingDays] int NOT NULL,
        [PlanDays] int NOT NULL,
        [ConfirmWorkingDays] int NOT NULL,
        [RemindWorkingDays] int NOT NULL,
        [OpensAt] time NOT NULL,
        [ClosesAt] time NOT NULL,
        [HeadsOnly] bit NOT NULL,
        [DeputyAllowed] bit NOT NULL,
        [Kinds] nvarchar(500) NOT NULL,
        [Triggers] nvarchar(500) NOT NULL,
        [NoShowText] nvarchar(500) NOT NULL,
        [Note] nvarchar(300) NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_InterviewRules] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [Interviews] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [RulesNumber] int NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [StepId] uniqueidentifier NULL,
        [State] varchar(30) NOT NULL,
        [OpenedBy] nvarchar(300) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [SummonedId] uniqueidentifier NOT NULL,
        [SummonedName] nvarchar(50) NOT NULL,
        [SummonedPost] nvarchar(60) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Trigger] nvarchar(60) NOT NULL,
        [Matter] nvarchar(1000) NOT NULL,
        [MeetsAt] datetime2 NULL,
        [Minutes] int NOT NULL,
        [Place] nvarchar(100) NOT NULL,
        [Callers] nvarchar(200) NOT NULL,
        [Purpose] nvarchar(1000) NOT NULL,
        [Materials] nvarchar(1000) NOT NULL,
        [Contact] nvarchar(100) NOT NULL,
        [DeputyMay] bit NOT NULL,
        [SentBackBecause] nvarchar(500) NULL,
        [Number] nvarchar(40) NULL,
        [PaperId] uniqueidentifier NULL,
        [SignedBy] nvarchar(300) NULL,
        [SignedAt] datetime2 NULL,
        [Sequence] int NOT NULL,
        [HeldAt] datetime2 NULL,
        [Attendees] nvarchar(500) NULL,
        [Deputy] nvarchar(50) NULL,
        [Recorder] nvarchar(50) NULL,
        [Statement] nvarchar(3000) NULL,
        [Explanation] nvarchar(3000) NULL,
        [Demands] nvarchar(3000) NULL,
        [Reply] nvarchar(3000) NULL,
        [MinutesNumber] nvarchar(40) NULL,
        [MinutesPaperId] uniqueidentifier NULL,
        [ConfirmDueOn] date NULL,
        [Check] varchar(30) NOT NULL,
        [CheckedBy] nvarchar(300) NULL,
        [CheckedAt] datetime2 NULL,
        [Objection] nvarchar(1000) NULL,
        [ObjectionAnswer] nvarchar(1000) NULL,
        [EndedAt] datetime2 NULL,
        [EndedBecause] nvarchar(100) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Interviews] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Interviews_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Interviews_EscalationSteps_StepId] FOREIGN KEY ([StepId]) REFERENCES [EscalationSteps] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Interviews_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [RosterFiles] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [FileName] nvarchar(260) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [BroughtBy] nvarchar(300) NOT NULL,
        [BroughtAt] datetime2 NOT NULL,
        [TakenAt] datetime2 NULL,
        [TakenBy] nvarchar(300) NULL,
        [Added] int NOT NULL,
        [Changed] int NOT NULL,
        [LeftOut] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_RosterFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RosterFiles_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RosterFiles_StoredFiles_Sha256] FOREIGN KEY ([Sha256]) REFERENCES [StoredFiles] ([Sha256]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [SignInSheets] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [AskedBy] nvarchar(300) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [Total] int NOT NULL,
        [Done] int NOT NULL,
        [ShownAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SignInSheets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignInSheets_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [StepFacts] (
        [StepId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [Values] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_StepFacts] PRIMARY KEY ([StepId]),
        CONSTRAINT [FK_StepFacts_EscalationSteps_StepId] FOREIGN KEY ([StepId]) REFERENCES [EscalationSteps] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [AccountabilityCases] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [StepId] uniqueidentifier NULL,
        [RulesId] uniqueidentifier NOT NULL,
        [Trigger] varchar(30) NOT NULL,
        [Because] nvarchar(4000) NOT NULL,
        [InquiryFromOn] date NOT NULL,
        [State] varchar(30) NOT NULL,
        [OpenedBy] nvarchar(300) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [Finding] nvarchar(4000) NULL,
        [Basis] nvarchar(1000) NULL,
        [ProposedForm] varchar(30) NULL,
        [Grounds] varchar(100) NOT NULL,
        [GroundsText] nvarchar(500) NULL,
        [FoundAt] datetime2 NULL,
        [NoticeNumber] nvarchar(60) NULL,
        [NoticePaperId] uniqueidentifier NULL,
        [ToldAt] datetime2 NULL,
        [SilentAt] datetime2 NULL,
        [Opinion] nvarchar(4000) NULL,
        [OpinionAt] datetime2 NULL,
        [ProposalNumber] nvarchar(60) NULL,
        [ProposalPaperId] uniqueidentifier NULL,
        [ProposedAt] datetime2 NULL,
        [DecidedFor] nvarchar(100) NULL,
        [BodyNumber] nvarchar(60) NULL,
        [DecidedOn] date NULL,
        [DecisionFacts] nvarchar(4000) NULL,
        [DecisionBasis] nvarchar(1000) NULL,
        [DecidedForm] varchar(30) NULL,
        [EffectiveOn] date NULL,
        [DecisionNumber] nvarchar(60) NULL,
        [DecisionPaperId] uniqueidentifier NULL,
        [DecidedAt] datetime2 NULL,
        [Standing] varchar(30) NOT NULL,
        [RepeatOfId] uniqueidentifier NULL,
        [RepeatNumber] nvarchar(60) NULL,
        [RepeatDay] int NULL,
        [Range] varchar(30) NULL,
        [PublishedBy] nvarchar(300) NULL,
        [PublishedAt] datetime2 NULL,
        [TaskSettledAt] datetime2 NULL,
        [TaskSettledBecause] nvarchar(100) NULL,
        [EndedAt] datetime2 NULL,
        [EndedBy] nvarchar(300) NULL,
        [ClosedBecause] nvarchar(500) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AccountabilityCases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccountabilityCases_AccountabilityRules_RulesId] FOREIGN KEY ([RulesId]) REFERENCES [AccountabilityRules] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AccountabilityCases_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AccountabilityCases_EscalationSteps_StepId] FOREIGN KEY ([StepId]) REFERENCES [EscalationSteps] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AccountabilityCases_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [AccountabilityTerm] (
        [RulesId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Days] int NOT NULL,
        [Source] nvarchar(300) NOT NULL,
        CONSTRAINT [PK_AccountabilityTerm] PRIMARY KEY ([RulesId], [Kind]),
        CONSTRAINT [FK_AccountabilityTerm_AccountabilityRules_RulesId] FOREIGN KEY ([RulesId]) REFERENCES [AccountabilityRules] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [HandoverItems] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [HandoverId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [DueOn] date NULL,
        [Position] int NOT NULL,
        CONSTRAINT [PK_HandoverItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HandoverItems_Handovers_HandoverId] FOREIGN KEY ([HandoverId]) REFERENCES [Handovers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [InstructionTurn] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [InstructionId] uniqueidentifier NOT NULL,
        [Answer] nvarchar(2000) NOT NULL,
        [AnsweredBy] nvarchar(300) NOT NULL,
        [AnsweredAt] datetime2 NOT NULL,
        [Words] nvarchar(500) NOT NULL,
        [NewDueOn] date NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_InstructionTurn] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InstructionTurn_Instructions_InstructionId] FOREIGN KEY ([InstructionId]) REFERENCES [Instructions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [InterviewChanges] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [InterviewId] uniqueidentifier NOT NULL,
        [From] datetime2 NOT NULL,
        [To] datetime2 NULL,
        [Because] nvarchar(500) NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_InterviewChanges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InterviewChanges_Interviews_InterviewId] FOREIGN KEY ([InterviewId]) REFERENCES [Interviews] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [InterviewFollowUps] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [InterviewId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [Kind] varchar(30) NOT NULL,
        [Text] nvarchar(500) NOT NULL,
        [DueOn] date NOT NULL,
        [TermSince] datetime2 NOT NULL,
        [State] varchar(30) NOT NULL,
        [Report] nvarchar(2000) NULL,
        [ReportedBy] nvarchar(300) NULL,
        [ReportedAt] datetime2 NULL,
        [ReturnedBecause] nvarchar(500) NULL,
        [ReturnCount] int NOT NULL,
        [DecidedBy] nvarchar(300) NULL,
        [DecidedAt] datetime2 NULL,
        [RemindedAt] datetime2 NULL,
        [OverdueToldAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_InterviewFollowUps] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InterviewFollowUps_Interviews_InterviewId] FOREIGN KEY ([InterviewId]) REFERENCES [Interviews] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [SignInStrips] (
        [Id] uniqueidentifier NOT NULL,
        [SheetId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(50) NOT NULL,
        [UnitName] nvarchar(100) NOT NULL,
        [UserName] nvarchar(60) NOT NULL,
        [Position] int NOT NULL,
        [IsDone] bit NOT NULL,
        [SealedCode] nvarchar(1000) NULL,
        [Refusal] nvarchar(300) NULL,
        CONSTRAINT [PK_SignInStrips] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignInStrips_SignInSheets_SheetId] FOREIGN KEY ([SheetId]) REFERENCES [SignInSheets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [CaseDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [FileName] nvarchar(300) NOT NULL,
        [ContentType] varchar(100) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [Length] bigint NOT NULL,
        [AddedBy] nvarchar(300) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_CaseDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CaseDocuments_AccountabilityCases_CaseId] FOREIGN KEY ([CaseId]) REFERENCES [AccountabilityCases] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [CaseStatements] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [Text] nvarchar(4000) NOT NULL,
        [IsLate] bit NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CaseStatements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CaseStatements_AccountabilityCases_CaseId] FOREIGN KEY ([CaseId]) REFERENCES [AccountabilityCases] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE TABLE [Remedies] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Grounds] nvarchar(3000) NOT NULL,
        [DueOn] date NULL,
        [IsLate] bit NOT NULL,
        [AskedBy] nvarchar(300) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [AnswerDueOn] date NOT NULL,
        [Outcome] varchar(30) NULL,
        [AnsweredFor] nvarchar(100) NULL,
        [AnswerText] nvarchar(3000) NULL,
        [AnsweredBy] nvarchar(300) NULL,
        [AnsweredAt] datetime2 NULL,
        [PaperId] uniqueidentifier NULL,
        [Number] nvarchar(40) NULL,
        [CorrectionDueOn] date NULL,
        [CorrectionText] nvarchar(3000) NULL,
        [CorrectedBy] nvarchar(300) NULL,
        [CorrectedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Remedies] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Remedies_AccountabilityCases_CaseId] FOREIGN KEY ([CaseId]) REFERENCES [AccountabilityCases] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_BulletinLines_StepId] ON [BulletinLines] ([StepId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_BulletinLines_TaskId] ON [BulletinLines] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_AccountabilityCases_JurisdictionId_State] ON [AccountabilityCases] ([JurisdictionId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_AccountabilityCases_RulesId] ON [AccountabilityCases] ([RulesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_AccountabilityCases_StepId] ON [AccountabilityCases] ([StepId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_AccountabilityCases_TaskId] ON [AccountabilityCases] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_AccountabilityCases_UnitId_DecidedOn] ON [AccountabilityCases] ([UnitId], [DecidedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AccountabilityRules_JurisdictionId_Number] ON [AccountabilityRules] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CaseDocuments_CaseId_Position] ON [CaseDocuments] ([CaseId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_CaseStatements_CaseId] ON [CaseStatements] ([CaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Deputies_JurisdictionId_ToOn] ON [Deputies] ([JurisdictionId], [ToOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Deputies_MembershipId] ON [Deputies] ([MembershipId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Deputies_PersonId_ToOn] ON [Deputies] ([PersonId], [ToOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_HandoverItems_HandoverId] ON [HandoverItems] ([HandoverId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Handovers_FromPostId] ON [Handovers] ([FromPostId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Handovers_JurisdictionId_OpenedAt] ON [Handovers] ([JurisdictionId], [OpenedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Handovers_ToPostId] ON [Handovers] ([ToPostId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Handovers_UnitId] ON [Handovers] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Instructions_JurisdictionId_State_AnswerDueOn] ON [Instructions] ([JurisdictionId], [State], [AnswerDueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Instructions_OwnerUnitId_State] ON [Instructions] ([OwnerUnitId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Instructions_TaskId] ON [Instructions] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_InstructionTurn_InstructionId] ON [InstructionTurn] ([InstructionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_InterviewChanges_InterviewId] ON [InterviewChanges] ([InterviewId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_InterviewFollowUps_InterviewId_State] ON [InterviewFollowUps] ([InterviewId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_InterviewRules_JurisdictionId_Number] ON [InterviewRules] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Interviews_JurisdictionId_State] ON [Interviews] ([JurisdictionId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Interviews_StepId] ON [Interviews] ([StepId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Interviews_TaskId] ON [Interviews] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_Interviews_UnitId] ON [Interviews] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Remedies_CaseId_Kind] ON [Remedies] ([CaseId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_RosterFiles_JurisdictionId_BroughtAt] ON [RosterFiles] ([JurisdictionId], [BroughtAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_RosterFiles_Sha256] ON [RosterFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_SignInSheets_JurisdictionId_AskedAt] ON [SignInSheets] ([JurisdictionId], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    CREATE INDEX [IX_SignInStrips_SheetId_IsDone_Position] ON [SignInStrips] ([SheetId], [IsDone], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122111911_Cases'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122111911_Cases', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [TaskUnits] ADD [HeldLateDays] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [TaskUnits] ADD [HeldSince] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [AmendedTimes] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [Class] varchar(30) NOT NULL DEFAULT 'Ordinary';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [HeldLateDays] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [HeldSince] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [IsReplaced] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [Amendments] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Reason] nvarchar(1000) NOT NULL,
        [FromOn] date NOT NULL,
        [Before] nvarchar(4000) NOT NULL,
        [After] nvarchar(4000) NOT NULL,
        [ById] uniqueidentifier NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Amendments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Amendments_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [BreakdownFiles] (
        [Id] uniqueidentifier NOT NULL,
        [PlanVersionId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(260) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [BroughtBy] nvarchar(300) NOT NULL,
        [BroughtAt] datetime2 NOT NULL,
        [TakenAt] datetime2 NULL,
        [TakenBy] nvarchar(300) NULL,
        [Added] int NOT NULL,
        [Changed] int NOT NULL,
        [LeftOut] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_BreakdownFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BreakdownFiles_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BreakdownFiles_PlanVersions_PlanVersionId] FOREIGN KEY ([PlanVersionId]) REFERENCES [PlanVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_BreakdownFiles_StoredFiles_Sha256] FOREIGN KEY ([Sha256]) REFERENCES [StoredFiles] ([Sha256]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [LedgerFiles] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(260) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [BroughtBy] nvarchar(300) NOT NULL,
        [BroughtAt] datetime2 NOT NULL,
        [TakenAt] datetime2 NULL,
        [TakenBy] nvarchar(300) NULL,
        [Added] int NOT NULL,
        [Changed] int NOT NULL,
        [LeftOut] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LedgerFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerFiles_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LedgerFiles_StoredFiles_Sha256] FOREIGN KEY ([Sha256]) REFERENCES [StoredFiles] ([Sha256]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [Recurrences] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PlanId] uniqueidentifier NOT NULL,
        [MeasureOriginId] uniqueidentifier NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [Cycle] varchar(30) NOT NULL,
        [FirstOn] date NOT NULL,
        [LastOn] date NOT NULL,
        [TermWorkingDays] int NULL,
        [NextOn] date NOT NULL,
        [NextOrdinal] int NOT NULL,
        [LastTaskId] uniqueidentifier NOT NULL,
        [SetBy] nvarchar(300) NOT NULL,
        [SetAt] datetime2 NOT NULL,
        [EndedOn] date NULL,
        [EndedBecause] nvarchar(500) NULL,
        [EndedBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Recurrences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Recurrences_AnnualTasks_LastTaskId] FOREIGN KEY ([LastTaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Recurrences_Plans_PlanId] FOREIGN KEY ([PlanId]) REFERENCES [Plans] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [SavedFilters] (
        [Id] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Name] nvarchar(30) NOT NULL,
        [Path] nvarchar(100) NOT NULL,
        [Query] nvarchar(1000) NOT NULL,
        [SavedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SavedFilters] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SavedFilters_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [SearchEntries] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [UnitId] uniqueidentifier NULL,
        [IsReserved] bit NOT NULL,
        [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_SearchEntries] PRIMARY KEY ([JurisdictionId], [Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [SearchPostings] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Gram] int NOT NULL,
        [Chunk] int NOT NULL,
        [Entries] varbinary(256) NOT NULL,
        CONSTRAINT [PK_SearchPostings] PRIMARY KEY ([JurisdictionId], [Gram], [Chunk])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [SearchStands] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [Done] int NOT NULL,
        [Total] int NOT NULL,
        [BuiltAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SearchStands] PRIMARY KEY ([JurisdictionId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [SharedReports] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [OneTaskId] uniqueidentifier NOT NULL,
        [OnePartId] uniqueidentifier NOT NULL,
        [OtherTaskId] uniqueidentifier NOT NULL,
        [OtherPartId] uniqueidentifier NOT NULL,
        [AcceptedBy] nvarchar(300) NOT NULL,
        [AcceptedAt] datetime2 NOT NULL,
        [EndedBy] nvarchar(300) NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SharedReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SharedReports_AnnualTasks_OneTaskId] FOREIGN KEY ([OneTaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SharedReports_AnnualTasks_OtherTaskId] FOREIGN KEY ([OtherTaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SharedReports_TaskUnits_OnePartId] FOREIGN KEY ([OnePartId]) REFERENCES [TaskUnits] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SharedReports_TaskUnits_OtherPartId] FOREIGN KEY ([OtherPartId]) REFERENCES [TaskUnits] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SharedReports_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [SignReceipts] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [By] nvarchar(120) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_SignReceipts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignReceipts_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SignReceipts_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [TaskContents] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [Criteria] nvarchar(2000) NOT NULL,
        [AmendmentId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_TaskContents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TaskContents_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [TaskNotes] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Text] nvarchar(500) NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_TaskNotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TaskNotes_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [UnitRequests] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [AskingUnitId] uniqueidentifier NOT NULL,
        [OwnerUnitId] uniqueidentifier NULL,
        [Text] nvarchar(1000) NOT NULL,
        [AnswerDueOn] date NOT NULL,
        [State] varchar(30) NOT NULL,
        [Clock] varchar(30) NOT NULL,
        [AskedBy] nvarchar(300) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [Answer] nvarchar(2000) NULL,
        [AnsweredBy] nvarchar(300) NULL,
        [AnsweredAt] datetime2 NULL,
        [Outcome] varchar(30) NULL,
        [Change] nvarchar(500) NULL,
        [NewUnitId] uniqueidentifier NULL,
        [EndedAt] datetime2 NULL,
        [EndedWith] nvarchar(500) NULL,
        [Reminded] bit NOT NULL,
        [LapsedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_UnitRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitRequests_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitRequests_Units_AskingUnitId] FOREIGN KEY ([AskingUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitRequests_Units_NewUnitId] FOREIGN KEY ([NewUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitRequests_Units_OwnerUnitId] FOREIGN KEY ([OwnerUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [TaskSuccessions] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [FromTaskId] uniqueidentifier NOT NULL,
        [ToTaskId] uniqueidentifier NOT NULL,
        [AmendmentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_TaskSuccessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TaskSuccessions_Amendments_AmendmentId] FOREIGN KEY ([AmendmentId]) REFERENCES [Amendments] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TaskSuccessions_AnnualTasks_FromTaskId] FOREIGN KEY ([FromTaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TaskSuccessions_AnnualTasks_ToTaskId] FOREIGN KEY ([ToTaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE TABLE [RecurrenceTurns] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [RecurrenceId] uniqueidentifier NOT NULL,
        [Ordinal] int NOT NULL,
        [PlannedOn] date NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [SkippedBecause] nvarchar(200) NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_RecurrenceTurns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecurrenceTurns_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecurrenceTurns_Recurrences_RecurrenceId] FOREIGN KEY ([RecurrenceId]) REFERENCES [Recurrences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_Digests_JurisdictionId_On] ON [Digests] ([JurisdictionId], [On]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_Amendments_TaskId_At] ON [Amendments] ([TaskId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_BreakdownFiles_JurisdictionId_BroughtAt] ON [BreakdownFiles] ([JurisdictionId], [BroughtAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_BreakdownFiles_PlanVersionId] ON [BreakdownFiles] ([PlanVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_BreakdownFiles_Sha256] ON [BreakdownFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_LedgerFiles_JurisdictionId_BroughtAt] ON [LedgerFiles] ([JurisdictionId], [BroughtAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_LedgerFiles_Sha256] ON [LedgerFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_Recurrences_JurisdictionId_EndedOn_NextOn] ON [Recurrences] ([JurisdictionId], [EndedOn], [NextOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_Recurrences_LastTaskId] ON [Recurrences] ([LastTaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_Recurrences_PlanId] ON [Recurrences] ([PlanId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecurrenceTurns_RecurrenceId_Ordinal] ON [RecurrenceTurns] ([RecurrenceId], [Ordinal]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_RecurrenceTurns_TaskId] ON [RecurrenceTurns] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SavedFilters_PersonId_Path_Name] ON [SavedFilters] ([PersonId], [Path], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SearchEntries_SubjectId] ON [SearchEntries] ([SubjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SearchEntries_TaskId_IsReserved_UnitId_Number] ON [SearchEntries] ([TaskId], [IsReserved], [UnitId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SearchEntries_UnitId_Kind_Number] ON [SearchEntries] ([UnitId], [Kind], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SharedReports_OnePartId_OtherPartId] ON [SharedReports] ([OnePartId], [OtherPartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SharedReports_OneTaskId] ON [SharedReports] ([OneTaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SharedReports_OtherPartId] ON [SharedReports] ([OtherPartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SharedReports_OtherTaskId] ON [SharedReports] ([OtherTaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SharedReports_UnitId] ON [SharedReports] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SignReceipts_TaskId_Number_UnitId] ON [SignReceipts] ([TaskId], [Number], [UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_SignReceipts_UnitId] ON [SignReceipts] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TaskContents_TaskId_Number] ON [TaskContents] ([TaskId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TaskNotes_TaskId] ON [TaskNotes] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_TaskSuccessions_AmendmentId] ON [TaskSuccessions] ([AmendmentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TaskSuccessions_FromTaskId_ToTaskId] ON [TaskSuccessions] ([FromTaskId], [ToTaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_TaskSuccessions_ToTaskId] ON [TaskSuccessions] ([ToTaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_UnitRequests_AskingUnitId_State] ON [UnitRequests] ([AskingUnitId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_UnitRequests_JurisdictionId_State_AnswerDueOn] ON [UnitRequests] ([JurisdictionId], [State], [AnswerDueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_UnitRequests_NewUnitId] ON [UnitRequests] ([NewUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_UnitRequests_OwnerUnitId_State] ON [UnitRequests] ([OwnerUnitId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    CREATE INDEX [IX_UnitRequests_TaskId] ON [UnitRequests] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122143921_WorkingDay'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122143921_WorkingDay', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    ALTER TABLE [TaskUnits] ADD [Held] varchar(899) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    ALTER TABLE [HelpRequests] ADD [EndedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    ALTER TABLE [HelpRequests] ADD [EndedWith] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    ALTER TABLE [AnnualTasks] ADD [Held] varchar(899) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE TABLE [LocalStandards] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Rule] nvarchar(20) NOT NULL,
        [Subject] nvarchar(20) NOT NULL,
        [Level] varchar(30) NULL,
        [Value] nvarchar(20) NOT NULL,
        [FromYear] int NOT NULL,
        [Basis] nvarchar(200) NOT NULL,
        [SetBy] nvarchar(300) NOT NULL,
        [SetAt] datetime2 NOT NULL,
        CONSTRAINT [PK_LocalStandards] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LocalStandards_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE TABLE [SchoolFiles] (
        [Id] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [County] nvarchar(50) NOT NULL,
        [Origin] varchar(30) NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [FileName] nvarchar(260) NOT NULL,
        [Sha256] nchar(64) NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [BroughtBy] nvarchar(300) NOT NULL,
        [BroughtAt] datetime2 NOT NULL,
        [TakenAt] datetime2 NULL,
        [TakenBy] nvarchar(300) NULL,
        [Added] int NOT NULL,
        [Changed] int NOT NULL,
        [LeftOut] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SchoolFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SchoolFiles_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SchoolFiles_StoredFiles_Sha256] FOREIGN KEY ([Sha256]) REFERENCES [StoredFiles] ([Sha256]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE TABLE [Schools] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [SortKey] nvarchar(200) NOT NULL,
        [County] nvarchar(50) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Schools] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Schools_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE TABLE [SetUpMarks] (
        [Id] int NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SetUpMarks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE TABLE [SchoolCorrections] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [SchoolId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [At] datetime2 NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [Changes] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_SchoolCorrections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SchoolCorrections_Schools_SchoolId] FOREIGN KEY ([SchoolId]) REFERENCES [Schools] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE TABLE [SchoolRecords] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [SchoolId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [Type] varchar(30) NOT NULL,
        [Origin] varchar(30) NOT NULL,
        [FileId] uniqueidentifier NULL,
        [PrimaryPupils] decimal(18,4) NULL,
        [PrimaryQualified] decimal(18,4) NULL,
        [PrimaryKey] decimal(18,4) NULL,
        [PrimarySportsAndArts] decimal(18,4) NULL,
        [JuniorPupils] decimal(18,4) NULL,
        [JuniorQualified] decimal(18,4) NULL,
        [JuniorKey] decimal(18,4) NULL,
        [JuniorSportsAndArts] decimal(18,4) NULL,
        [SeniorPupils] decimal(18,4) NULL,
        [TeachingArea] decimal(18,4) NULL,
        [TellsIndoorSports] bit NOT NULL,
        [IndoorSportsArea] decimal(18,4) NULL,
        [SportsArea] decimal(18,4) NULL,
        [Equipment] decimal(18,4) NULL,
        [MultimediaRooms] decimal(18,4) NULL,
        [Classes] decimal(18,4) NULL,
        [LargestClass] decimal(18,4) NULL,
        [LargeClasses] decimal(18,4) NULL,
        [BuiltIn] int NULL,
        [Setting] nvarchar(40) NULL,
        [Founder] nvarchar(40) NULL,
        [MoreTeachers] decimal(18,4) NULL,
        [MoreTeachersReason] nvarchar(200) NULL,
        [MoreSportsArea] decimal(18,4) NULL,
        [MoreSportsAreaReason] nvarchar(200) NULL,
        [Explanation] nvarchar(500) NULL,
        [ExplainedBy] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SchoolRecords] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SchoolRecords_Schools_SchoolId] FOREIGN KEY ([SchoolId]) REFERENCES [Schools] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE INDEX [IX_LocalStandards_JurisdictionId_FromYear] ON [LocalStandards] ([JurisdictionId], [FromYear]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE INDEX [IX_SchoolCorrections_SchoolId_At] ON [SchoolCorrections] ([SchoolId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE INDEX [IX_SchoolFiles_JurisdictionId_BroughtAt] ON [SchoolFiles] ([JurisdictionId], [BroughtAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE INDEX [IX_SchoolFiles_Sha256] ON [SchoolFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE INDEX [IX_SchoolRecords_JurisdictionId_Year] ON [SchoolRecords] ([JurisdictionId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SchoolRecords_SchoolId_Year] ON [SchoolRecords] ([SchoolId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Schools_JurisdictionId_Code] ON [Schools] ([JurisdictionId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    CREATE INDEX [IX_Schools_JurisdictionId_County_SortKey] ON [Schools] ([JurisdictionId], [County], [SortKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122165501_PlansAndSchools'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122165501_PlansAndSchools', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [Accreditations] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [County] nvarchar(50) NOT NULL,
        [SortKey] nvarchar(200) NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [Round] int NOT NULL,
        [State] varchar(30) NOT NULL,
        [Stage] varchar(30) NOT NULL,
        [RectifyDueOn] date NULL,
        [RectifyLateFor] date NULL,
        [EndedOn] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Accreditations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Accreditations_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Accreditations_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [GapCounters] (
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [LastGap] int NOT NULL,
        [LastWriteOff] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_GapCounters] PRIMARY KEY ([JurisdictionId], [Year]),
        CONSTRAINT [FK_GapCounters_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [LedgerEntries] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [SchoolId] uniqueidentifier NULL,
        [County] nvarchar(50) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Indicator] int NOT NULL,
        [Level] varchar(30) NULL,
        [Source] varchar(30) NOT NULL,
        [YearFound] int NOT NULL,
        [ValueFound] decimal(28,10) NULL,
        [Bound] decimal(28,10) NULL,
        [Text] nvarchar(500) NULL,
        [StandingKey] nvarchar(120) NULL,
        [State] varchar(30) NOT NULL,
        [LatestYear] int NULL,
        [LatestValue] decimal(28,10) NULL,
        [LatestBound] decimal(28,10) NULL,
        [LatestVerdict] varchar(30) NOT NULL,
        [Measure] nvarchar(1000) NULL,
        [Responsible] nvarchar(100) NULL,
        [ResponsibleUnitId] uniqueidentifier NULL,
        [TermOn] date NULL,
        [OpenedBy] nvarchar(300) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [EndedOn] date NULL,
        [Ground] varchar(30) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LedgerEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerEntries_Schools_SchoolId] FOREIGN KEY ([SchoolId]) REFERENCES [Schools] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LedgerEntries_Units_ResponsibleUnitId] FOREIGN KEY ([ResponsibleUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [Rebalancings] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [AskedBy] nvarchar(300) NOT NULL,
        [AskedAt] datetime2 NOT NULL,
        [Year] int NOT NULL,
        [County] nvarchar(50) NOT NULL,
        [Level] varchar(30) NOT NULL,
        [Indicator] int NOT NULL,
        [PackedTerms] nvarchar(max) NOT NULL,
        [State] varchar(30) NOT NULL,
        [Tries] int NOT NULL,
        [StartedAt] datetime2 NULL,
        [FinishedAt] datetime2 NULL,
        [Reached] int NULL,
        [Mark] varchar(64) NULL,
        [PackedAnswer] varchar(1000) NULL,
        [Refusal] nvarchar(300) NULL,
        [RefusalArguments] nvarchar(1000) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Rebalancings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Rebalancings_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [ReductionTargets] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [County] nvarchar(50) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Year] int NOT NULL,
        [Most] int NOT NULL,
        [SetBy] nvarchar(300) NOT NULL,
        [SetAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ReductionTargets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReductionTargets_Jurisdictions_JurisdictionId] FOREIGN KEY ([JurisdictionId]) REFERENCES [Jurisdictions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [RevisionProposals] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [PlanId] uniqueidentifier NOT NULL,
        [PlanVersionId] uniqueidentifier NOT NULL,
        [VersionNumber] int NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [State] varchar(30) NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [MeasureId] uniqueidentifier NOT NULL,
        [FormerMeasureId] uniqueidentifier NULL,
        [OriginId] uniqueidentifier NOT NULL,
        [Place] int NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [Year] int NOT NULL,
        [Before] nvarchar(max) NOT NULL,
        [After] nvarchar(max) NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        [DecidedAt] datetime2 NULL,
        [DecidedBy] nvarchar(300) NULL,
        [Reason] nvarchar(500) NULL,
        [MadeTaskId] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_RevisionProposals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RevisionProposals_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RevisionProposals_Measures_MeasureId] FOREIGN KEY ([MeasureId]) REFERENCES [Measures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RevisionProposals_PlanVersions_PlanVersionId] FOREIGN KEY ([PlanVersionId]) REFERENCES [PlanVersions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [SchoolKeepings] (
        [SchoolId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [ClosedFrom] int NULL,
        [ClosedReason] nvarchar(500) NULL,
        [ClosedBy] nvarchar(300) NULL,
        [ClosedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SchoolKeepings] PRIMARY KEY ([SchoolId]),
        CONSTRAINT [FK_SchoolKeepings_Schools_SchoolId] FOREIGN KEY ([SchoolId]) REFERENCES [Schools] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SchoolKeepings_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [AccreditationEntries] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [AccreditationId] uniqueidentifier NOT NULL,
        [Stage] varchar(30) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [On] date NOT NULL,
        [Words] nvarchar(2000) NULL,
        [OpenBecause] nvarchar(2000) NULL,
        [Readiness] nvarchar(2000) NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_AccreditationEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccreditationEntries_Accreditations_AccreditationId] FOREIGN KEY ([AccreditationId]) REFERENCES [Accreditations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [AccreditationProblems] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [AccreditationId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Stage] varchar(30) NOT NULL,
        [Text] nvarchar(500) NOT NULL,
        [School] nvarchar(100) NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NULL,
        [DueOn] date NOT NULL,
        [State] varchar(30) NOT NULL,
        [FoundBy] nvarchar(300) NOT NULL,
        [FoundAt] datetime2 NOT NULL,
        [Rectification] nvarchar(1000) NULL,
        [RectifiedBy] nvarchar(300) NULL,
        [RectifiedAt] datetime2 NULL,
        [Recheck] nvarchar(1000) NULL,
        [RecheckedBy] nvarchar(300) NULL,
        [ClosedAt] datetime2 NULL,
        [LateFor] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AccreditationProblems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccreditationProblems_Accreditations_AccreditationId] FOREIGN KEY ([AccreditationId]) REFERENCES [Accreditations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AccreditationProblems_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AccreditationProblems_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [SelfEvaluations] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [AccreditationId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SelfEvaluations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SelfEvaluations_Accreditations_AccreditationId] FOREIGN KEY ([AccreditationId]) REFERENCES [Accreditations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [StageTerms] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [AccreditationId] uniqueidentifier NOT NULL,
        [Stage] varchar(30) NOT NULL,
        [TargetOn] date NULL,
        [AsWritten] nvarchar(100) NULL,
        [PlanId] uniqueidentifier NULL,
        [PassedOn] date NULL,
        [RemindedFor] date NULL,
        [LateFor] date NULL,
        CONSTRAINT [PK_StageTerms] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StageTerms_Accreditations_AccreditationId] FOREIGN KEY ([AccreditationId]) REFERENCES [Accreditations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [VetoCases] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [AccreditationId] uniqueidentifier NOT NULL,
        [Subject] nvarchar(20) NOT NULL,
        [HappenedOn] date NOT NULL,
        [School] nvarchar(100) NULL,
        [Source] nvarchar(200) NOT NULL,
        [Facts] nvarchar(1000) NOT NULL,
        [State] varchar(30) NOT NULL,
        [ReportedBy] nvarchar(300) NOT NULL,
        [ReportedAt] datetime2 NOT NULL,
        [DecidedBy] nvarchar(300) NULL,
        [DecidedAt] datetime2 NULL,
        [Decision] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_VetoCases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_VetoCases_Accreditations_AccreditationId] FOREIGN KEY ([AccreditationId]) REFERENCES [Accreditations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [LedgerDecisions] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Number] nvarchar(20) NULL,
        [At] datetime2 NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [Words] nvarchar(1000) NULL,
        [Year] int NULL,
        [Value] decimal(28,10) NULL,
        CONSTRAINT [PK_LedgerDecisions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerDecisions_LedgerEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [LedgerEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [LedgerReadings] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [Value] decimal(28,10) NULL,
        [Bound] decimal(28,10) NULL,
        [Verdict] varchar(30) NOT NULL,
        [BookedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LedgerReadings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerReadings_LedgerEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [LedgerEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [LedgerTies] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [TaskId] uniqueidentifier NOT NULL,
        [Year] int NULL,
        [Value] decimal(28,10) NULL,
        [Movement] varchar(30) NOT NULL,
        [TiedBy] nvarchar(300) NOT NULL,
        [TiedAt] datetime2 NOT NULL,
        [EndedBy] nvarchar(300) NULL,
        [EndedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_LedgerTies] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerTies_AnnualTasks_TaskId] FOREIGN KEY ([TaskId]) REFERENCES [AnnualTasks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LedgerTies_LedgerEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [LedgerEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [RebalancingMoves] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [RebalancingId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [FromId] uniqueidentifier NULL,
        [ToId] uniqueidentifier NOT NULL,
        [Amount] decimal(18,4) NOT NULL,
        [TaskId] uniqueidentifier NULL,
        CONSTRAINT [PK_RebalancingMoves] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RebalancingMoves_Rebalancings_RebalancingId] FOREIGN KEY ([RebalancingId]) REFERENCES [Rebalancings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RebalancingMoves_Schools_FromId] FOREIGN KEY ([FromId]) REFERENCES [Schools] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RebalancingMoves_Schools_ToId] FOREIGN KEY ([ToId]) REFERENCES [Schools] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [RevisionUnits] (
        [ProposalId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_RevisionUnits] PRIMARY KEY ([ProposalId], [UnitId]),
        CONSTRAINT [FK_RevisionUnits_RevisionProposals_ProposalId] FOREIGN KEY ([ProposalId]) REFERENCES [RevisionProposals] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RevisionUnits_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [ProblemTurns] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [ProblemId] uniqueidentifier NOT NULL,
        [Rectification] nvarchar(1000) NOT NULL,
        [RectifiedBy] nvarchar(300) NOT NULL,
        [RectifiedAt] datetime2 NOT NULL,
        [Recheck] nvarchar(1000) NOT NULL,
        [RecheckedBy] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ProblemTurns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ProblemTurns_AccreditationProblems_ProblemId] FOREIGN KEY ([ProblemId]) REFERENCES [AccreditationProblems] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [EvaluationItems] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EvaluationId] uniqueidentifier NOT NULL,
        [Rule] nvarchar(20) NOT NULL,
        [Subject] nvarchar(20) NOT NULL,
        [Level] varchar(30) NULL,
        [Verdict] varchar(30) NOT NULL,
        [Value] decimal(18,8) NULL,
        [Words] nvarchar(500) NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_EvaluationItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvaluationItems_SelfEvaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [SelfEvaluations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE TABLE [SurveyGroups] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [EvaluationId] uniqueidentifier NOT NULL,
        [Name] nvarchar(40) NOT NULL,
        [Asked] int NOT NULL,
        [Answered] int NOT NULL,
        [Satisfied] int NOT NULL,
        CONSTRAINT [PK_SurveyGroups] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SurveyGroups_SelfEvaluations_EvaluationId] FOREIGN KEY ([EvaluationId]) REFERENCES [SelfEvaluations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_SchoolCorrections_JurisdictionId] ON [SchoolCorrections] ([JurisdictionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_AccreditationEntries_AccreditationId_At] ON [AccreditationEntries] ([AccreditationId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AccreditationProblems_AccreditationId_Number] ON [AccreditationProblems] ([AccreditationId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_AccreditationProblems_JurisdictionId_State_DueOn] ON [AccreditationProblems] ([JurisdictionId], [State], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_AccreditationProblems_TaskId] ON [AccreditationProblems] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_AccreditationProblems_UnitId] ON [AccreditationProblems] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Accreditations_JurisdictionId_County_Round] ON [Accreditations] ([JurisdictionId], [County], [Round]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_Accreditations_JurisdictionId_SortKey] ON [Accreditations] ([JurisdictionId], [SortKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_Accreditations_UnitId] ON [Accreditations] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_EvaluationItems_EvaluationId_Rule_Subject] ON [EvaluationItems] ([EvaluationId], [Rule], [Subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_LedgerDecisions_EntryId_At] ON [LedgerDecisions] ([EntryId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_LedgerDecisions_JurisdictionId_Number] ON [LedgerDecisions] ([JurisdictionId], [Number]) WHERE [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_LedgerEntries_JurisdictionId_County_State] ON [LedgerEntries] ([JurisdictionId], [County], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LedgerEntries_JurisdictionId_Number] ON [LedgerEntries] ([JurisdictionId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_LedgerEntries_JurisdictionId_StandingKey] ON [LedgerEntries] ([JurisdictionId], [StandingKey]) WHERE [StandingKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_LedgerEntries_ResponsibleUnitId] ON [LedgerEntries] ([ResponsibleUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_LedgerEntries_SchoolId_State] ON [LedgerEntries] ([SchoolId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LedgerReadings_EntryId_Year] ON [LedgerReadings] ([EntryId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LedgerTies_EntryId_TaskId] ON [LedgerTies] ([EntryId], [TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_LedgerTies_TaskId_EndedAt] ON [LedgerTies] ([TaskId], [EndedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_ProblemTurns_ProblemId] ON [ProblemTurns] ([ProblemId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RebalancingMoves_FromId] ON [RebalancingMoves] ([FromId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RebalancingMoves_RebalancingId_Position] ON [RebalancingMoves] ([RebalancingId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RebalancingMoves_TaskId] ON [RebalancingMoves] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RebalancingMoves_ToId] ON [RebalancingMoves] ([ToId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_Rebalancings_JurisdictionId_AskedAt] ON [Rebalancings] ([JurisdictionId], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_Rebalancings_State_AskedAt] ON [Rebalancings] ([State], [AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReductionTargets_JurisdictionId_County_Kind_Year] ON [ReductionTargets] ([JurisdictionId], [County], [Kind], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RevisionProposals_MeasureId] ON [RevisionProposals] ([MeasureId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RevisionProposals_PlanId_State] ON [RevisionProposals] ([PlanId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RevisionProposals_PlanVersionId_State_Place] ON [RevisionProposals] ([PlanVersionId], [State], [Place]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RevisionProposals_TaskId] ON [RevisionProposals] ([TaskId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_RevisionUnits_UnitId] ON [RevisionUnits] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_SchoolKeepings_UnitId] ON [SchoolKeepings] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SelfEvaluations_AccreditationId] ON [SelfEvaluations] ([AccreditationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StageTerms_AccreditationId_Stage] ON [StageTerms] ([AccreditationId], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_SurveyGroups_EvaluationId] ON [SurveyGroups] ([EvaluationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    CREATE INDEX [IX_VetoCases_AccreditationId_State] ON [VetoCases] ([AccreditationId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122211431_Ledgers'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122211431_Ledgers', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    ALTER TABLE [CaseMembers] ADD [RemovedBecause] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    ALTER TABLE [BulletinLines] ADD [ChargedDays] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    ALTER TABLE [AccountabilityCases] ADD [ToTransfer] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    CREATE TABLE [CaseHandOns] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Body] nvarchar(100) NOT NULL,
        [Number] nvarchar(60) NULL,
        [What] nvarchar(1000) NULL,
        [On] date NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CaseHandOns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CaseHandOns_AccountabilityCases_CaseId] FOREIGN KEY ([CaseId]) REFERENCES [AccountabilityCases] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    CREATE TABLE [ProblemGaps] (
        [Id] uniqueidentifier NOT NULL,
        [JurisdictionId] uniqueidentifier NOT NULL,
        [ProblemId] uniqueidentifier NOT NULL,
        [EntryId] uniqueidentifier NOT NULL,
        [By] nvarchar(300) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ProblemGaps] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ProblemGaps_AccreditationProblems_ProblemId] FOREIGN KEY ([ProblemId]) REFERENCES [AccreditationProblems] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProblemGaps_LedgerEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [LedgerEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    CREATE INDEX [IX_CaseHandOns_CaseId] ON [CaseHandOns] ([CaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    CREATE INDEX [IX_ProblemGaps_EntryId] ON [ProblemGaps] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ProblemGaps_ProblemId_EntryId] ON [ProblemGaps] ([ProblemId], [EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123002204_Commitments'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123002204_Commitments', N'10.0.14');
END;

COMMIT;
GO
