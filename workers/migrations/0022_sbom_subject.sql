-- SBOMs of the same product are offered for comparison.
CREATE INDEX sbom_by_subject ON sbom (subject_name, uploaded_at DESC) WHERE subject_name IS NOT NULL;
