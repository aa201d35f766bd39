using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class PreparationConfiguration : IEntityTypeConfiguration<Preparation>
{
    public void Configure(EntityTypeBuilder<Preparation> builder)
    {
        builder.Property(p => p.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(p => p.Request).IsUnique();
        builder.HasOne<Teacher>().WithMany().HasForeignKey(p => p.TeacherId);
        builder.HasOne<SchoolClass>().WithMany().HasForeignKey(p => p.SchoolClassId);
        builder.Property(p => p.Outline).AsJson();
        builder.HasMany(p => p.Parts).WithOne().HasForeignKey(p => p.PreparationId);
        builder.Navigation(p => p.Parts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PreparedPartConfiguration : IEntityTypeConfiguration<PreparedPart>
{
    public void Configure(EntityTypeBuilder<PreparedPart> builder)
    {
        builder.ToTable("prepared_parts");
        builder.HasKey(p => new { p.PreparationId, p.Place });
        builder.Property(p => p.Content).AsJson();
    }
}
