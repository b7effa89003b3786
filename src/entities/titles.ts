/** Words before a person's name that are no part of it, folded. */
export const titles: ReadonlySet<string> = new Set(
  `m mm mr mrs ms miss mme mmes mlle dr prof professor professeur sir lord lady dame monsieur madame mademoiselle rev reverend
  minister ministers ministre ministres prime premier president presidente presidents vice deputy secretary secretaire general generale generaux directeur directrice director
  lieutenant colonel major captain capitaine commander commandant commissaire sergeant sergent officer officier admiral amiral brigadier marshal marechal
  chief chef head chairman chairwoman chairperson chair ceo governor gouverneur ambassador ambassadeur ambassadrice mayor maire judge juge senator senateur
  deputee depute king queen roi reine prince princess princesse pope pape spokesperson spokesman spokeswoman porte-parole porte parole
  excellency excellence former ancien ancienne acting interim attorney prosecutor procureur minister-delegate delegate representative representant envoy chancellor chancelier chanceliere`
    .trim()
    .split(/\s+/),
)

/** Titles that also begin names of organisations ("Prince Group", "General Motors"): kept unless a name of a person follows. */
export const namesToo: ReadonlySet<string> = new Set(
  'prince princess princesse general major king queen chief lady lord head chair judge'.split(' '),
)

/** Heads of organisations in French, whose names go on in lower case: "Direction générale de l'immigration". */
export const frenchOrganisationHeads: ReadonlySet<string> = new Set(
  `direction comite ministere office organisation union assemblee commission conseil cour bureau agence banque groupe parti federation
  association institut universite centre tribunal parquet fonds croix societe syndicat ligue academie haut-commissariat secretariat departement service police gendarmerie armee`
    .trim()
    .split(/\s+/),
)

/** What turns a name into an organisation's. */
export const organisationWords: ReadonlySet<string> = new Set(
  `group groupe company corp corporation inc ltd limited llc plc sa sarl bank banque committee comite commission council conseil ministry ministere department departement
  direction directorate office agency agence association federation union university universite institute institut international party parti police army armee
  court cour tribunal parliament parlement senate senat assembly assemblee congress congres organization organisation foundation fondation fund fonds club team
  times post news press presse agence television radio tv hospital hopital school ecole airlines airways nations watch network holdings holding`
    .trim()
    .split(/\s+/),
)
