using Ascs.Operator.Subscribers;
using Ascs.Trust.Hosting;

namespace Ascs.Operator.Tests.Subscribers;

public sealed class SubscribersHealthTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_file_shows_while_former_rows_serve_and_until_a_sound_one_is_imported()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var bed = new Bed(change: options => options with { SubscribersFile = file });
            Assert.False(await IsUpAsync(bed)); // no rows yet
            Assert.IsType<ImportOutcome.Imported>(await ImportAsync(bed, file, Bed.Csv));
            Assert.True(await IsUpAsync(bed));

            Assert.IsType<ImportOutcome.Refused>(await ImportAsync(bed, file, Bed.Csv + "too,few\n"));
            Assert.False(await IsUpAsync(bed));
            Assert.NotNull(bed.Get<SubscriberDirectory>().Head);

            Assert.IsType<ImportOutcome.Unchanged>(await ImportAsync(bed, file, Bed.Csv)); // put right: what was in force before
            Assert.True(await IsUpAsync(bed));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_operator_without_a_file_lacks_none()
    {
        await using var bed = new Bed();
        Assert.True(await IsUpAsync(bed));
    }

    private static async Task<ImportOutcome> ImportAsync(Bed bed, string file, string csv)
    {
        await File.WriteAllTextAsync(file, csv, Cancelled);
        return await bed.Get<ImportSubscribers>().FromFileAsync(file, Cancelled);
    }

    private static Task<bool> IsUpAsync(Bed bed) => bed.Get<IEnumerable<IHealthPart>>().Single(part => part.Name == "subscribers").IsUpAsync(Cancelled);
}
