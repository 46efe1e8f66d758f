namespace Ascs.Contracts;

/// <summary>What an operator answers (ISC-6.3).</summary>
public static class OperatorCatalogue
{
    /// <summary>Is this sealed id one of ours: an opaque tag, or a miss. Pins the subscriber as of now (ISC-6.3.2.1).</summary>
    public static readonly Endpoint<RecogniseRequest, RecogniseAnswer> Recognise =
        EndpointNames.Act<RecogniseRequest, RecogniseAnswer>("subscribers/recognise", EndpointLimits.Person, false, Role.TrustedParty);

    /// <summary>Messages to hand over (ISC-6.2.2.3, 6.3.3.2).</summary>
    public static readonly Endpoint<SubmitDeliveriesRequest, SubmitDeliveriesAnswer> SubmitDeliveries =
        EndpointNames.Act<SubmitDeliveriesRequest, SubmitDeliveriesAnswer>("deliveries/submit", EndpointLimits.Batch, true, Role.TrustedParty);

    /// <summary>Withdrawn authorisations: nothing is handed over after the answer.</summary>
    public static readonly Endpoint<ApplyBlocksRequest, ApplyBlocksAnswer> ApplyBlocks =
        EndpointNames.Act<ApplyBlocksRequest, ApplyBlocksAnswer>("blocks/apply", EndpointLimits.Batch, true, Role.TrustedParty);

    /// <summary>Which operator this is.</summary>
    public static readonly Page Home = new("home/show", "GET", "/");

    /// <summary>All platform endpoints.</summary>
    public static IReadOnlyList<Endpoint> Endpoints { get; } = [Recognise, SubmitDeliveries, ApplyBlocks];

    /// <summary>All pages but those every party has.</summary>
    public static IReadOnlyList<Page> Pages { get; } = [Home];
}
