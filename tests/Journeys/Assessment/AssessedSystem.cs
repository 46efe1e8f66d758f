using System.Text.Json;
using Ascs.Contracts;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>A running system with a clock to move, and an assessor in the place of one enterprise's back office.</summary>
public class AssessedSystem : ShiftedSystem
{
    internal Assessor Assessor { get; private set; } = null!;

    /// <summary>An ordinary question of a back office.</summary>
    internal static Endpoint Question => EnterpriseCatalogue.ListSubscriptions;

    internal static byte[] QuestionBody { get; } = JsonSerializer.SerializeToUtf8Bytes(new ListSubscriptionsRequest(1, Visits, null, 10), WireOptions.Strict);

    /// <summary>Asks it in a session.</summary>
    internal Task<Verdict> AskAsync(Trust.Sessions.CallerSession session, CancellationToken ct) =>
        Assessor.SendAsync(Assessor.Sign(Question, QuestionBody, Assessor.Of(session)), ct);

    private protected override async Task AfterStartAsync(CancellationToken ct)
    {
        Assessor = await Assessor.OpenAsync(await GiveUpQingheAsync(), Time, ct);
        await Assessor.LoginAsync(ct); // the first login of a pair brings its AuthTokens
    }

    private protected override ValueTask BeforeStopAsync() => Assessor.DisposeAsync();
}
