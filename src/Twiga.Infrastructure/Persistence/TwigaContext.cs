using Microsoft.EntityFrameworkCore;
using Twiga.Domain;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;
using Twiga.Domain.Lessons;
using Twiga.Domain.Messaging;
using Twiga.Domain.Operators;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

internal sealed class TwigaContext(DbContextOptions<TwigaContext> options) : DbContext(options)
{
    public DbSet<Teacher> Teachers => Set<Teacher>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<Subject> Subjects => Set<Subject>();

    public DbSet<SchoolClass> SchoolClasses => Set<SchoolClass>();

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<Turn> Turns => Set<Turn>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<InboundMessage> InboundMessages => Set<InboundMessage>();

    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();

    public DbSet<KeptFile> Files => Set<KeptFile>();

    public DbSet<DeliveryReport> DeliveryReports => Set<DeliveryReport>();

    public DbSet<QuarantinedItem> QuarantinedItems => Set<QuarantinedItem>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<Exam> Exams => Set<Exam>();

    public DbSet<Preparation> Preparations => Set<Preparation>();

    public DbSet<MadeDocument> MadeDocuments => Set<MadeDocument>();

    public DbSet<OperatorAct> OperatorActs => Set<OperatorAct>();

    public DbSet<Job> Jobs => Set<Job>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("vector");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TwigaContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(IId<>).Assembly.GetTypes().Where(IsId))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));

        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}
