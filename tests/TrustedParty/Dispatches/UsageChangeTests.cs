using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Dispatches;

public class UsageChangeTests
{
    private static readonly DateTimeOffset Until = Noon.AddDays(400);

    [Fact]
    public void What_was_not_there_is_created_and_what_was_read_is_replaced_in_one_document_while_it_is_small()
    {
        var created = UsageChange.Plan(Tag(1), null, Noted(1), At(Noon), Until);
        var replaced = UsageChange.Plan(Tag(1), "e7", Noted(UsageRules.MostInline), At(Noon), Until);

        Assert.Equal(DispatchDocuments.Usage, Assert.IsType<Write.Create>(created.State).Id);
        Assert.Equal("e7", Assert.IsType<Write.Replace>(replaced.State).ETag);
        Assert.Null(created.Page);
        Assert.Null(replaced.Page);
    }

    [Fact]
    public void What_has_grown_gives_a_page_under_the_number_that_the_document_then_counts()
    {
        var grown = Noted(UsageRules.MostInline + 1) with { Pages = 3 };

        var change = UsageChange.Plan(Tag(1), "e7", grown, At(Noon), Until);

        var page = Assert.IsType<Write.Upsert>(change.Page);
        Assert.Equal((DispatchDocuments.UsagePage(3), Until), (page.Id, page.ExpiresAt));
        Assert.Equal(4, DispatchDocuments.UsageSchema.FromBody(Assert.IsType<Write.Replace>(change.State).Body).Pages);
    }

    // Refused messages: they do not count, so they may leave.
    private static Usage Noted(int messages) => Enumerable.Range(0, messages).Aggregate(
        Usage.None(Bank), (usage, i) => UsageRules.Note(usage, Dispatch, i, Authorisation(1), At(Noon), Channel.Sms, counted: false));
}
