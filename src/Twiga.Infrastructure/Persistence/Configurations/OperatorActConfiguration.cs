using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Twiga.Domain.Operators;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence.Configurations;

internal sealed class OperatorActConfiguration : IEntityTypeConfiguration<OperatorAct>
{
    public void Configure(EntityTypeBuilder<OperatorAct> builder)
    {
        builder.ToTable("operator_acts");
        builder.Property(a => a.Id).UseIdentityAlwaysColumn();
        builder.Property(a => a.Operator).HasMaxLength(OperatorAct.LongestName);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(a => a.TeacherId);
    }
}
