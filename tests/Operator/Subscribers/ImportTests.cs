using Ascs.Contracts;
using Ascs.Operator.Subscribers;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Subscribers;

public sealed class ImportTests
{
    [Theory]
    [InlineData("IMEI,490154203237519,c,13800138000,2020-01-01,", "IMEI_INVALID")] // wrong check digit
    [InlineData("IMEI,000000000000000,c,13800138000,2020-01-01,", "IMEI_INVALID")]
    [InlineData("IMSI,310001234567890,c,13800138000,2020-01-01,", "IMSI_INVALID")] // another country
    [InlineData("IDFA,00000000-0000-0000-0000-000000000000,c,13800138000,2020-01-01,", "IDFA_INVALID")] // everyone who opted out
    [InlineData("OAID,00000000-0000-0000-0000-000000000000,c,13800138000,2020-01-01,", "OAID_INVALID")]
    [InlineData("MEID,1,c,13800138000,2020-01-01,", "IDENTIFIER_TYPE_UNKNOWN")]
    [InlineData("IMSI,,c,13800138000,2020-01-01,", "IMSI_INVALID")]
    [InlineData("IMSI,460001234567890,,13800138000,2020-01-01,", "SUBSCRIBER_INVALID")]
    [InlineData("IMSI,460001234567890,PORTED_AWAY,13800138000,2020-01-01,", "PORTED_LINE_HAS_IDENTIFIER")]
    [InlineData("IMSI,460001234567890,c,12800138000,2020-01-01,", "NUMBER_INVALID")]
    [InlineData("IMSI,460001234567890,c,8613800138000,2020-01-01,", "NUMBER_INVALID")]
    [InlineData("IMSI,460001234567890,c,13800138000,01/02/2020,", "VALID_FROM_INVALID")]
    [InlineData("IMSI,460001234567890,c,13800138000,2020-01-01,soon", "VALID_TO_INVALID")]
    [InlineData("IMSI,460001234567890,c,13800138000,2020-01-02,2020-01-02", "PERIOD_EMPTY")]
    [InlineData("IMSI,460001234567890,c,13800138000,2020-01-01", "COLUMNS_NOT_SIX")]
    [InlineData("\"IMSI\",460001234567890,c,13800138000,2020-01-01,", "QUOTES_NOT_TAKEN")]
    [InlineData("", "COLUMNS_NOT_SIX")]
    public async Task A_bad_line_is_named_with_its_reason_and_nothing_is_imported(string line, string rule)
    {
        await using var bed = new Bed();
        var outcome = await ImportAsync(bed, $"{Bed.Csv}{line}\n");
        var fault = Assert.Single(Assert.IsType<ImportOutcome.Refused>(outcome).Faults);
        Assert.Equal((5, rule), (fault.Line, fault.Rule));
        Assert.DoesNotContain("138", fault.ToString(), StringComparison.Ordinal);
        Assert.Null(bed.Get<SubscriberDirectory>().Head);
        Assert.Empty((await bed.Inner.RangeAsync(Containers.Heads, "subscribers", IdRange.First, IdRange.End, 10, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task Every_bad_line_is_named()
    {
        await using var bed = new Bed();
        var outcome = await ImportAsync(bed, $"{CsvRow.Header}\nx\nIMSI,{Bed.Imsi},a,{Bed.Number},2020-01-01,\ny\nIMSI,{Bed.Imsi},a,{Bed.Number},2021-01-01,\n");
        Assert.Equal(
            ["line 2: COLUMNS_NOT_SIX", "line 4: COLUMNS_NOT_SIX", "line 5: IDENTIFIER_OVERLAPS (with line 3)"],
            Assert.IsType<ImportOutcome.Refused>(outcome).Faults.Select(f => f.ToString()));
    }

    [Fact]
    public async Task One_number_has_one_holder_at_a_time()
    {
        await using var bed = new Bed();
        var outcome = await ImportAsync(bed, $"{CsvRow.Header}\nIMSI,{Bed.Imsi},a,{Bed.Number},2020-01-01,\n,,b,{Bed.Number},2021-01-01,2022-01-01\n,,PORTED_AWAY,{Bed.Number},2023-01-01,\n");
        Assert.Equal(
            ["line 3: NUMBER_HELD_TWICE (with line 2)", "line 4: NUMBER_HELD_TWICE (with line 2)"],
            Assert.IsType<ImportOutcome.Refused>(outcome).Faults.Select(f => f.ToString()));
    }

    [Fact]
    public async Task A_wrong_header_is_told()
    {
        await using var bed = new Bed();
        Assert.Equal("line 1: HEADER_INVALID", Assert.Single(Assert.IsType<ImportOutcome.Refused>(await ImportAsync(bed, "a,b\n")).Faults).ToString());
    }

    [Fact]
    public async Task Identifiers_are_found_as_of_a_date_and_in_any_spelling()
    {
        await using var bed = await new Bed().ImportAsync($"{CsvRow.Header}\nIDFA,AAAAAAAA-1111-4111-8111-AAAAAAAAAAAA,a,{Bed.Number},2020-01-01,2021-01-01\nIDFA,aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa,b,{Bed.OtherNumber},2021-01-01T00:00:00Z,\n");
        Assert.True(Identifier.TryParse(IdentifierType.Idfa, "aaaaaaaa-1111-4111-8111-AAAAAAAAAAAA", out var id));
        Assert.Equal(Bed.Number, (await FindAsync(bed, id, "2020-06-01"))!.Value.Number.RevealForDelivery());
        Assert.Equal(Bed.OtherNumber, (await FindAsync(bed, id, "2022-06-01"))!.Value.Number.RevealForDelivery());
        Assert.Null(await FindAsync(bed, id, "2019-06-01"));
        Assert.Null(await FindAsync(bed, id, "2020-12-31T18:00:00Z")); // after midnight at +08:00, before midnight in UTC
    }

    [Fact]
    public async Task The_former_rows_stand_whatever_write_of_an_import_is_lost()
    {
        for (var write = 1; write <= 4; write++)
            foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
            {
                await using var bed = await new Bed().ImportAsync();
                bed.Store.Plan = FaultPlans.AtWrite(bed.Store.Writes + write, fault);
                await Assert.ThrowsAsync<StoreUnavailableException>(() => ImportAsync(bed, Bed.Csv.Replace("cust-1", "cust-7", StringComparison.Ordinal)));
                bed.Start();
                await bed.Get<SubscriberDirectory>().LoadAsync(CancellationToken.None);
                Assert.True(Identifier.TryParse(IdentifierType.Imsi, Bed.Imsi, out var id));
                Assert.NotNull(await FindAsync(bed, id, "2026-01-01"));
                await bed.ImportAsync(Bed.Csv.Replace("cust-1", "cust-8", StringComparison.Ordinal));
                Assert.Equal(bed.Keys.Subscriber("cust-8"), (await FindAsync(bed, id, "2026-01-01"))!.Value.Subscriber);
                Assert.Empty((await bed.Inner.RangeAsync(Containers.Heads, SubscriberHead.LeftPartition, IdRange.First, IdRange.End, 10, CancellationToken.None)).Items.Skip(1));
            }
    }

    [Theory]
    [InlineData("subscribers-operator-a.csv", "IMSI", 24)]
    [InlineData("subscribers-operator-b.csv", "IMSI", 24)]
    public async Task The_sample_files_are_taken(string name, string type, int lines)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ascs.slnf"))) folder = Path.GetDirectoryName(folder)!;
        var sample = Path.Combine(folder, "functions", "Hosts", "Local", "Sample");
        await using var bed = new Bed();
        var outcome = await bed.Get<ImportSubscribers>().FromFileAsync(Path.Combine(sample, name), CancellationToken.None);
        Assert.Equal(lines, Assert.IsType<ImportOutcome.Imported>(outcome).Lines);
        Assert.IsType<ImportOutcome.Unchanged>(await bed.Get<ImportSubscribers>().FromFileAsync(Path.Combine(sample, name), CancellationToken.None));
        var id = File.ReadLines(Path.Combine(sample, name)).First(l => l.StartsWith(type, StringComparison.Ordinal)).Split(',')[1];
        Assert.True(Identifier.TryParse(IdentifierType.Imsi, id, out var imsi));
        Assert.NotNull(await FindAsync(bed, imsi, "2026-01-01"));
        var texts = Ascs.Operator.Templates.ApprovedTexts.Load(bed.Options with
        {
            TemplatesFile = Path.Combine(sample, "templates.json"), PoliciesFile = Path.Combine(sample, "services.json"),
        });
        Assert.NotNull(texts.Policy(EnterpriseId.Parse("hongyan-express"), ServiceId.Parse("parcel-notice")));
    }

    [Fact]
    public async Task Synthetic_subscribers_are_valid_all_different_and_repeatable()
    {
        var lines = SyntheticSubscribers.Lines(3000, 7, SyntheticOperator.A).ToArray();
        Assert.Equal(lines, SyntheticSubscribers.Lines(3000, 7, SyntheticOperator.A));
        Assert.Equal(9000, lines.Skip(1).Select(l => string.Join(',', l.Split(',')[..2])).Distinct().Count());
        Assert.Equal(3000, lines.Skip(1).Select(l => l.Split(',')[3]).Distinct().Count());
        Assert.Empty(lines.Skip(1).Select(l => l.Split(',')[3]).Intersect(SyntheticSubscribers.Lines(3000, 7, SyntheticOperator.B).Skip(1).Select(l => l.Split(',')[3])));
        await using var bed = await new Bed().ImportAsync(string.Join('\n', lines));
        var row = lines[^1].Split(',');
        Assert.True(Identifier.TryParse(IdentifierType.Idfa, row[1], out var id));
        Assert.Equal(row[3], (await FindAsync(bed, id, "2026-01-01"))!.Value.Number.RevealForDelivery());
    }

    private static Task<ImportOutcome> ImportAsync(Bed bed, string csv) => bed.Get<ImportSubscribers>().FromAsync(new StringReader(csv), "x", CancellationToken.None);

    private static Task<Holding?> FindAsync(Bed bed, Identifier id, string at) => bed.Get<SubscriberDirectory>().FindAsync(
        id, DateTimeOffset.Parse(at, null, System.Globalization.DateTimeStyles.AssumeUniversal), CancellationToken.None);
}
